/**
 * Registering an account to pay from: the form, where the registration stands, and what the payer
 * may do about it.
 */
package vn.dvc.pay.web.pages.registration;
