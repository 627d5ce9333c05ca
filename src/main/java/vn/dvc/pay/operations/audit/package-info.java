/** The audit trail as shown to operators. */
package vn.dvc.pay.operations.audit;
