/** Stored registrations: entities, locks and legal status transitions. */
package vn.dvc.pay.registration.record;
