/** Reports of the banks' days for operators. */
package vn.dvc.pay.reconciliation.report;
