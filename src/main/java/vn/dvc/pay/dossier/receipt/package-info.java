/** Receipt numbers, given once and kept for ever. */
package vn.dvc.pay.dossier.receipt;
