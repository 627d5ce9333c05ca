/** Money that banks collected for us: matched to its payment, or decided about by two persons. */
package vn.dvc.pay.payment.collection;
