/** The page of one payment with its card and OTP forms and its documents. */
package vn.dvc.pay.web.pages.payment;
