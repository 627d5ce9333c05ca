/** What a payment's papers say: instruction, confirmation, summary. */
package vn.dvc.pay.payment.papers;
