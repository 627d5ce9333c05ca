/** How a payment asks its bank: requests written down, answers read once. */
package vn.dvc.pay.payment.ask;
