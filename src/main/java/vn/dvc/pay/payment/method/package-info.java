/** What every payment method does: start, cancel, run in a process, ask its bank. */
@NullMarked
package vn.dvc.pay.payment.method;

import org.jspecify.annotations.NullMarked;
