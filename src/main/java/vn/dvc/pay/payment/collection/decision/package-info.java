/** Collections that need a decision by two persons. */
@NullMarked
package vn.dvc.pay.payment.collection.decision;

import org.jspecify.annotations.NullMarked;
