/** How refunds and the dossiers they reserve are stored. */
@NullMarked
package vn.dvc.pay.payment.refund.record;

import org.jspecify.annotations.NullMarked;
