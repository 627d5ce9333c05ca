/** Fetches the banks' signed end-of-day statements. */
@NullMarked
package vn.dvc.pay.bank.statements;

import org.jspecify.annotations.NullMarked;
