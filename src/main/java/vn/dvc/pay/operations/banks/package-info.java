/** The operators' switch for banks under repair. */
@NullMarked
package vn.dvc.pay.operations.banks;

import org.jspecify.annotations.NullMarked;
