package vn.dvc.pay.registration.record;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.notification.Outbox;
import vn.dvc.pay.registration.RegistrationStatus;

/** Moves a locked registration to another status, and tells the portal of it in the same breath. */
@Component
public class StatusChanges {
  private final Outbox outbox;

  StatusChanges(Outbox outbox) {
    this.outbox = outbox;
  }

  public void move(RegistrationEntity row, RegistrationStatus next, Instant now) {
    move(row, next, null, now);
  }

  /**
   * Staying where it is is no change.
   *
   * @param reason why, a code with texts in the resource files; null where nothing needs saying
   */
  public void move(RegistrationEntity row, RegistrationStatus next, String reason, Instant now) {
    if (row.status() == next) {
      return;
    }
    row.moveTo(next, reason, now);
    tell(row, now);
  }

  /** Tells the portal where the registration stands. */
  public void tell(RegistrationEntity row, Instant now) {
    outbox.put("registration.changed", told(row, now));
  }

  /** The signed form has not been handed in, and there is not much time left. */
  public void remind(RegistrationEntity row, Instant now) {
    row.reminded(now);
    var data = told(row, now);
    data.put("handInBy", row.waitsUntil().toString());
    outbox.put("registration.reminder", data);
  }

  private static Map<String, Object> told(RegistrationEntity row, Instant now) {
    var data = new LinkedHashMap<String, Object>();
    data.put("registration", row.id().text());
    data.put("version", row.formVersion());
    data.put("status", row.status().word());
    data.put("reason", row.reason());
    data.put("payer", row.payer().id());
    data.put("changedAt", now.toString());
    return data;
  }
}
