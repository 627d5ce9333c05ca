/**
 * Starts payments, refunds and registrations once per caller and key, however often they are asked
 * for.
 */
package vn.dvc.pay.web.idempotency;
