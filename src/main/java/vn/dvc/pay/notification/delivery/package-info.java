/** Delivers events to the portal, and opens a case of what it does not take. */
package vn.dvc.pay.notification.delivery;
