/**
 * Signatures, keys and nonces: requests are signed, and answers accepted only with their bank's
 * signature.
 */
package vn.dvc.pay.bank.signing;
