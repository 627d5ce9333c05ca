/** Where banks bring their own messages, by the contract {@code contracts/bank-v1.yaml}. */
package vn.dvc.pay.web.callbacks;
