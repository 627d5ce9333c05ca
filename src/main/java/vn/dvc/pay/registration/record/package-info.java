/** Stored registrations: entities, locks and legal status transitions. */
@NullMarked
package vn.dvc.pay.registration.record;

import org.jspecify.annotations.NullMarked;
