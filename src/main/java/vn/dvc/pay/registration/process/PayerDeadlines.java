package vn.dvc.pay.registration.process;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.registration.record.StatusChanges;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.RegistrationId;

/** How long a payer is waited for: reminded, and at last given up. */
@Component
class PayerDeadlines {
  private final RegistrationRepository book;
  private final StatusChanges changes;
  private final DatabaseTime time;

  PayerDeadlines(RegistrationRepository book, StatusChanges changes, DatabaseTime time) {
    this.book = book;
    this.changes = changes;
    this.time = time;
  }

  Instant until(RegistrationId id) {
    return book.find(id).orElseThrow().waitsUntil();
  }

  Instant remindAt(RegistrationId id) {
    return book.find(id).orElseThrow().remindAt();
  }

  /** Once for each version: a task that is made anew does not remind again. */
  @Transactional
  void remind(RegistrationId id) {
    var row = book.lock(id);
    if (row.status() == RegistrationStatus.AWAITING_FORM && !row.wasReminded()) {
      changes.remind(row, time.now());
    }
  }

  /** Ends the registration when its time is over, by database time. */
  @Transactional
  WaitVerdict expire(RegistrationId id) {
    var row = book.lock(id);
    var now = time.now();
    if (row.waitsUntil() != null && now.isBefore(row.waitsUntil())) {
      return row.status() == RegistrationStatus.AWAITING_FORM
          ? WaitVerdict.FORM_AWAITED
          : WaitVerdict.CORRECTION_AWAITED;
    }
    changes.move(row, RegistrationStatus.EXPIRED, "registration-expired", now);
    return WaitVerdict.EXPIRED;
  }
}
