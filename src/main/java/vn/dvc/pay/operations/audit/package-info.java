/** The audit trail as operators read it. */
package vn.dvc.pay.operations.audit;
