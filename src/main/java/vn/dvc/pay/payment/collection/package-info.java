/** Money that banks collected for us: matched to its payment, or two persons' to decide. */
package vn.dvc.pay.payment.collection;
