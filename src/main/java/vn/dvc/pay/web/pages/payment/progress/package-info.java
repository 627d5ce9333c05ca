/** Where a payment is and where it has been, in the drawing of its own process. */
@NullMarked
package vn.dvc.pay.web.pages.payment.progress;

import org.jspecify.annotations.NullMarked;
