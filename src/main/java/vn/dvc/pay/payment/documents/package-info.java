/** What a payment's documents say: instruction, confirmation, summary. */
package vn.dvc.pay.payment.documents;
