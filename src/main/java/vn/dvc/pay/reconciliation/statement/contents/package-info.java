/** What a bank's statement says, in whatever format it comes, and why one is refused. */
@NullMarked
package vn.dvc.pay.reconciliation.statement.contents;

import org.jspecify.annotations.NullMarked;
