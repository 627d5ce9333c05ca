/** How refunds and the dossiers they reserve are stored. */
package vn.dvc.pay.payment.refund.record;
