package vn.dvc.pay.registration.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.registration.record.StatusChanges;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.RegistrationId;

/** The payer's deadlines: a reminder, and finally the end of the registration. */
@Component
class PayerDeadlines {
  private final RegistrationRepository registrations;
  private final StatusChanges changes;
  private final DatabaseTime time;

  PayerDeadlines(RegistrationRepository registrations, StatusChanges changes, DatabaseTime time) {
    this.registrations = registrations;
    this.changes = changes;
    this.time = time;
  }

  @Nullable Instant until(RegistrationId id) {
    return registrations.require(id).waitsUntil();
  }

  @Nullable Instant remindAt(RegistrationId id) {
    return registrations.require(id).remindAt();
  }

  /** Reminds once per version: a task that is created anew does not remind again. */
  @Transactional
  void remind(RegistrationId id) {
    var registration = registrations.lock(id);
    if (registration.status() == RegistrationStatus.AWAITING_FORM && !registration.wasReminded()) {
      changes.remind(registration, time.now());
    }
  }

  /** Ends the registration if its deadline has passed, by database time. */
  @Transactional
  WaitVerdict expire(RegistrationId id) {
    var registration = registrations.lock(id);
    var now = time.now();
    if (registration.waitsUntil() != null && now.isBefore(registration.waitsUntil())) {
      return registration.status() == RegistrationStatus.AWAITING_FORM
          ? WaitVerdict.FORM_AWAITED
          : WaitVerdict.CORRECTION_AWAITED;
    }
    changes.move(registration, RegistrationStatus.EXPIRED, "registration-expired", now);
    return WaitVerdict.EXPIRED;
  }
}
