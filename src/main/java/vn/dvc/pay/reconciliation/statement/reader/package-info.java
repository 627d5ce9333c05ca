/** Reads camt.053 as a stream, however long. */
package vn.dvc.pay.reconciliation.statement.reader;
