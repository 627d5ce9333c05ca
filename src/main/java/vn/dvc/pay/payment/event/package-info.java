/** What the portal is told of a payment. */
package vn.dvc.pay.payment.event;
