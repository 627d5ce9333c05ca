/** Payments, refunds and their documents in the portal's API. */
package vn.dvc.pay.web.api.payment;
