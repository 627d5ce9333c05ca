/** The banks' language, bank-v1: requests put into its words, answers read strictly. */
package vn.dvc.pay.bank.contract;
