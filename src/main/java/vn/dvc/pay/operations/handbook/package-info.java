/** The handbooks of staff, as pages. */
@NullMarked
package vn.dvc.pay.operations.handbook;

import org.jspecify.annotations.NullMarked;
