/** Delivers events to the portal and opens cases for those it does not accept. */
package vn.dvc.pay.notification.delivery;
