/** How calls are decided, one line of business at a time. */
package vn.dvc.sandbox.bank.business;
