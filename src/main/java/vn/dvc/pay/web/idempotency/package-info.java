/**
 * Starts payments, refunds and registrations at most once per caller and key, however often they
 * are requested.
 */
@NullMarked
package vn.dvc.pay.web.idempotency;

import org.jspecify.annotations.NullMarked;
