/** What collection-policy.dmn is asked, and what it rules. */
package vn.dvc.pay.payment.collection.policy;
