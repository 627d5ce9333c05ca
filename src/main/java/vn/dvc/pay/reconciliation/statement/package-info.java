/** Statements as files: fetched, kept as they came, read, and taken in line by line. */
package vn.dvc.pay.reconciliation.statement;
