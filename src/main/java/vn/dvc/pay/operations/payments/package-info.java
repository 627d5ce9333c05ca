/** One payment with all that became of it, and requests for refunds. */
package vn.dvc.pay.operations.payments;
