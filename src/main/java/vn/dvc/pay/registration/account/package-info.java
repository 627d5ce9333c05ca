/** The account holder and the form to sign: everything before the review. */
package vn.dvc.pay.registration.account;
