/** The contents of a payment's documents: instruction, confirmation, summary. */
package vn.dvc.pay.payment.documents;
