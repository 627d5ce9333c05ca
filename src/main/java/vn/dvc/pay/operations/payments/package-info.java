/** One payment with everything that happened to it, and requests for refunds. */
package vn.dvc.pay.operations.payments;
