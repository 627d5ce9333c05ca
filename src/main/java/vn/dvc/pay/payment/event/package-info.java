/** Events about payments for the portal. */
package vn.dvc.pay.payment.event;
