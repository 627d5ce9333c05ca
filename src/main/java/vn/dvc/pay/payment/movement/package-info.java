/** Our records of money moved at the banks, gathered for the reconciliation. */
@NullMarked
package vn.dvc.pay.payment.movement;

import org.jspecify.annotations.NullMarked;
