/** What teller and officers decide about a form that was handed in. */
package vn.dvc.pay.registration.review;
