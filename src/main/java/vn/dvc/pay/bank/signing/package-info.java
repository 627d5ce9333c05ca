/**
 * Signatures, keys and nonces: what leaves is signed, what arrives is believed only when its bank
 * signed it.
 */
package vn.dvc.pay.bank.signing;
