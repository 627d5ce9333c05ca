/** The banks that we call, and what is the same for all of them. */
package vn.dvc.pay.bank.settings;
