/** Business with accounts: mandates, debits, reversals. */
@NullMarked
package vn.dvc.sandbox.bank.accounts;

import org.jspecify.annotations.NullMarked;
