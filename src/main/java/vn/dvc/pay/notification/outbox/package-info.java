/** Events, written in the transaction of the fact they tell. */
package vn.dvc.pay.notification.outbox;
