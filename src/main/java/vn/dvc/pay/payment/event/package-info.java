/** Events about payments for the portal. */
@NullMarked
package vn.dvc.pay.payment.event;

import org.jspecify.annotations.NullMarked;
