/** One payment with everything that happened to it, and requests for refunds. */
@NullMarked
package vn.dvc.pay.operations.payments;

import org.jspecify.annotations.NullMarked;
