/** Receipts and their numbers, which are never reused. */
@NullMarked
package vn.dvc.pay.dossier.receipt;

import org.jspecify.annotations.NullMarked;
