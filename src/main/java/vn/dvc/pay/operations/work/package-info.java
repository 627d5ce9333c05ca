/** The bank's staff: which tasks wait, for whom, and who has them. */
@NullMarked
package vn.dvc.pay.operations.work;

import org.jspecify.annotations.NullMarked;
