/** Payments for those who pay: starting, cancelling, entering codes. */
@NullMarked
package vn.dvc.pay.payment.service;

import org.jspecify.annotations.NullMarked;
