/** The contents of a payment's documents: instruction, confirmation, summary. */
@NullMarked
package vn.dvc.pay.payment.documents;

import org.jspecify.annotations.NullMarked;
