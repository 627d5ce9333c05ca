/** Events, written in the transaction of the fact they report. */
@NullMarked
package vn.dvc.pay.notification.outbox;

import org.jspecify.annotations.NullMarked;
