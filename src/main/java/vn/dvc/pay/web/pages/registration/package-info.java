/**
 * Registering an account to pay from: the form, the registration's status, and what the payer may
 * do next.
 */
package vn.dvc.pay.web.pages.registration;
