/** Fetches the banks' signed end-of-day statements. */
package vn.dvc.pay.bank.statements;
