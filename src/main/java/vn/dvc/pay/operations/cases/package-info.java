/** Cases, as operators see and decide them. */
@NullMarked
package vn.dvc.pay.operations.cases;

import org.jspecify.annotations.NullMarked;
