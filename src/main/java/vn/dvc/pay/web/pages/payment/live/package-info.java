/** Tells open pages that their payment has changed. */
@NullMarked
package vn.dvc.pay.web.pages.payment.live;

import org.jspecify.annotations.NullMarked;
