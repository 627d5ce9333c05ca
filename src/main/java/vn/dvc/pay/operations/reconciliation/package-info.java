/** The banks' days, with their reports as page, CSV and document. */
@NullMarked
package vn.dvc.pay.operations.reconciliation;

import org.jspecify.annotations.NullMarked;
