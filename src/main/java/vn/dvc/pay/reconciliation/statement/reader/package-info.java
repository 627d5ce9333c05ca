/** Reads camt.053 files as a stream, however long. */
package vn.dvc.pay.reconciliation.statement.reader;
