/** Stores which attempts are being clarified, and when the bank is next asked. */
package vn.dvc.pay.clarification.record;
