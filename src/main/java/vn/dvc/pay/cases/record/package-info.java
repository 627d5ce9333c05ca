/** How cases are stored. */
@NullMarked
package vn.dvc.pay.cases.record;

import org.jspecify.annotations.NullMarked;
