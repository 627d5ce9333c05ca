/** Finished payments of a month in a signed file. */
@NullMarked
package vn.dvc.pay.payment.archive;

import org.jspecify.annotations.NullMarked;
