/** What the banks know: the sum of their journal. */
package vn.dvc.sandbox.bank.state;
