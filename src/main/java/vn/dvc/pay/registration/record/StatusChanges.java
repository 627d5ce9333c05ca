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

  public void move(RegistrationEntity registration, RegistrationStatus next, Instant now) {
    move(registration, next, null, now);
  }

  /**
   * Staying where it is is no change.
   *
   * @param reason why, a code with texts in the resource files; null where nothing needs saying
   */
  public void move(
      RegistrationEntity registration, RegistrationStatus next, String reason, Instant now) {
    if (registration.status() == next) {
      return;
    }
    registration.moveTo(next, reason, now);
    tell(registration, now);
  }

  /** Tells the portal where the registration stands. */
  public void tell(RegistrationEntity registration, Instant now) {
    outbox.put("registration.changed", told(registration, now));
  }

  /** The signed form has not been handed in, and there is not much time left. */
  public void remind(RegistrationEntity registration, Instant now) {
    registration.reminded(now);
    var data = told(registration, now);
    data.put("handInBy", registration.waitsUntil().toString());
    outbox.put("registration.reminder", data);
  }

  private static Map<String, Object> told(RegistrationEntity registration, Instant now) {
    var data = new LinkedHashMap<String, Object>();
    data.put("registration", registration.id().text());
    data.put("version", registration.formVersion());
    data.put("status", registration.status().word());
    data.put("reason", registration.reason());
    data.put("payer", registration.payer().id());
    data.put("changedAt", now.toString());
    return data;
  }
}
