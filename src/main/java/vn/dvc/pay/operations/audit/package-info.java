/** The audit trail as shown to operators. */
@NullMarked
package vn.dvc.pay.operations.audit;

import org.jspecify.annotations.NullMarked;
