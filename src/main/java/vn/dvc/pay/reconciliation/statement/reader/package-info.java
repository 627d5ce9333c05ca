/** Reads camt.053 files as a stream, however long. */
@NullMarked
package vn.dvc.pay.reconciliation.statement.reader;

import org.jspecify.annotations.NullMarked;
