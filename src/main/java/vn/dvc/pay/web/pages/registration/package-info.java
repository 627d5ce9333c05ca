/**
 * Registering an account to pay from: the form, the registration's status, and what the payer may
 * do next.
 */
@NullMarked
package vn.dvc.pay.web.pages.registration;

import org.jspecify.annotations.NullMarked;
