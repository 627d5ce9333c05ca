/** Which attempts are being cleared up, and when the bank is asked next. */
package vn.dvc.pay.clarification.record;
