package vn.dvc.pay.registration.record;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.notification.Outbox;
import vn.dvc.pay.registration.RegistrationStatus;

/**
 * Moves a locked registration to another status and notifies the portal in the same transaction.
 */
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
   * A no-op if it already has this status.
   *
   * @param reason a code with a text in the resource files; null if none is needed
   */
  public void move(
      RegistrationEntity registration,
      RegistrationStatus next,
      @Nullable String reason,
      Instant now) {
    if (registration.status() == next) {
      return;
    }
    registration.moveTo(next, reason, now);
    announce(registration, now);
  }

  /** Notifies the portal of the registration's status. */
  public void announce(RegistrationEntity registration, Instant now) {
    outbox.put("registration.changed", fields(registration, now));
  }

  /** Reminds the payer that the signed form is still due. */
  public void remind(RegistrationEntity registration, Instant now) {
    registration.reminded(now);
    var data = fields(registration, now);
    data.put("handInBy", registration.waitsUntil().toString());
    outbox.put("registration.reminder", data);
  }

  private static Map<String, Object> fields(RegistrationEntity registration, Instant now) {
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
