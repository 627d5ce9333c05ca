/**
 * Signatures, keys and nonces: requests are signed, and answers accepted only with their bank's
 * signature.
 */
@NullMarked
package vn.dvc.pay.bank.signing;

import org.jspecify.annotations.NullMarked;
