/**
 * Starts payments, refunds and registrations at most once per caller and key, however often they
 * are requested.
 */
package vn.dvc.pay.web.idempotency;
