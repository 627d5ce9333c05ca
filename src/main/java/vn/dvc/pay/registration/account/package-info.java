/** The account holder and the form to sign: everything before the review. */
@NullMarked
package vn.dvc.pay.registration.account;

import org.jspecify.annotations.NullMarked;
