/** What becomes of news for the portal that the portal did not take. */
package vn.dvc.pay.payment.delivery;
