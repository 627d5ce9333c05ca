/** The inputs and results of collection-policy.dmn. */
package vn.dvc.pay.payment.collection.policy;
