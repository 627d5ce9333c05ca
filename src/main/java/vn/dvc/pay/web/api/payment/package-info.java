/** Payments, refunds and their documents in the portal's API. */
@NullMarked
package vn.dvc.pay.web.api.payment;

import org.jspecify.annotations.NullMarked;
