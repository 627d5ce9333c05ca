/** Delivers events to the portal and opens cases for those it does not accept. */
@NullMarked
package vn.dvc.pay.notification.delivery;

import org.jspecify.annotations.NullMarked;
