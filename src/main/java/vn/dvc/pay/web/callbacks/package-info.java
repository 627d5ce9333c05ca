/** The endpoints for banks' own messages, as specified in {@code contracts/bank-v1.yaml}. */
package vn.dvc.pay.web.callbacks;
