/** Statement files: fetched, stored as received, read and imported line by line. */
@NullMarked
package vn.dvc.pay.reconciliation.statement;

import org.jspecify.annotations.NullMarked;
