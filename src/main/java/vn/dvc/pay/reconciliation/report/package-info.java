/** Banks' days as operators see them. */
package vn.dvc.pay.reconciliation.report;
