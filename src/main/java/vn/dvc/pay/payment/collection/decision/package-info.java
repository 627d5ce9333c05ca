/** Collections that two persons must decide about. */
package vn.dvc.pay.payment.collection.decision;
