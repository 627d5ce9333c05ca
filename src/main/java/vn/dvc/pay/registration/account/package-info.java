/** Whose account it is, and the form to sign: what happens before anybody reviews. */
package vn.dvc.pay.registration.account;
