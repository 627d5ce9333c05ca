/** The review of a form that was handed in, by teller and officers. */
package vn.dvc.pay.registration.review;
