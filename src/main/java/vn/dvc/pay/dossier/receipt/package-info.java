/** Receipts and their numbers, which are never reused. */
package vn.dvc.pay.dossier.receipt;
