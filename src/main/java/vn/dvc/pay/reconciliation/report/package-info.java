/** Reports of the banks' days for operators. */
@NullMarked
package vn.dvc.pay.reconciliation.report;

import org.jspecify.annotations.NullMarked;
