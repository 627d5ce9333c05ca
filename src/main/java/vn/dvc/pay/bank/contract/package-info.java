/** Contract bank-v1: translates requests into its format and reads answers strictly. */
package vn.dvc.pay.bank.contract;
