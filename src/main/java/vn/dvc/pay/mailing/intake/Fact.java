package vn.dvc.pay.mailing.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.mailing.MailingKind;
import vn.dvc.pay.notification.EventsForPeople.Event;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.values.Json;

/**
 * Something that people are told of.
 *
 * @param subject the payment or registration
 * @param detail the refund, the collection or the late debit, or else the event: the same subject
 *     may be told of twice
 */
record Fact(MailingKind kind, String subject, String detail) {
  private static final Map<String, MailingKind> REGISTRATIONS =
      Map.of(
          "registered", MailingKind.REGISTRATION_APPROVED,
          "rejected", MailingKind.REGISTRATION_REJECTED,
          "returned", MailingKind.REGISTRATION_RETURNED);

  /** Empty if people are not told of such an event. */
  static Optional<Fact> of(Event event) {
    var data =
        Json.object(event.body())
            .orElseThrow(() -> new IllegalStateException("Stored JSON cannot be read"))
            .path("data");
    var kind = kind(event.type(), data);
    return Optional.ofNullable(kind)
        .map(known -> new Fact(known, event.subject(), detail(known, event, data)));
  }

  private static String detail(MailingKind kind, Event event, JsonNode data) {
    return switch (kind) {
      case MONEY_RETURNED -> data.path("refund").asText();
      case COLLECTION_LOOKED_AT, COLLECTION_RETURNED ->
          IncomingMoney.nameOf(data.path("bank").asText(), data.path("reference").asText());
      default -> event.id().toString();
    };
  }

  private static @Nullable MailingKind kind(String type, JsonNode data) {
    return switch (type) {
      case "payment.finished" ->
          data.path("status").asText().equals("paid") ? MailingKind.RECEIPT : null;
      case "payment.reversed" -> MailingKind.MONEY_RETURNED;
      case "payment.reminder" -> MailingKind.REMINDER;
      case "payment.approval-awaited" -> MailingKind.TO_APPROVE;
      case "payment.money-looked-at" -> MailingKind.COLLECTION_LOOKED_AT;
      case "payment.money-returned" -> MailingKind.COLLECTION_RETURNED;
      case "registration.changed" -> REGISTRATIONS.get(data.path("status").asText());
      case "registration.reminder" -> MailingKind.FORM_REMINDER;
      default -> null;
    };
  }

  boolean isAboutRegistration() {
    return subject.startsWith("R");
  }
}
