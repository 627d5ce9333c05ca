/** The page of one payment with its card and OTP forms and its documents. */
@NullMarked
package vn.dvc.pay.web.pages.payment;

import org.jspecify.annotations.NullMarked;
