/** The banks' days, with their reports as page, CSV and document. */
package vn.dvc.pay.operations.reconciliation;
