/** Collections that need a decision by two persons. */
package vn.dvc.pay.payment.collection.decision;
