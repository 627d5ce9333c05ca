/** Statement files: fetched, stored as received, read and imported line by line. */
package vn.dvc.pay.reconciliation.statement;
