/** Events, written in the transaction of the fact they report. */
package vn.dvc.pay.notification.outbox;
