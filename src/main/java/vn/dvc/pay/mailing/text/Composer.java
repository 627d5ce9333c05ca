package vn.dvc.pay.mailing.text;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.MailingKind;
import vn.dvc.pay.mailing.address.AddressCodes;
import vn.dvc.pay.mailing.address.AddressRepository;
import vn.dvc.pay.mailing.channel.Letter;
import vn.dvc.pay.mailing.queue.MailingClaims.Due;
import vn.dvc.pay.time.DatabaseTime;

/** Writes a message from what is true when it is sent, in the language of who gets it. */
@Component
public class Composer {
  private final PaymentNews payments;
  private final RegistrationNews registrations;
  private final TaskNews tasks;
  private final AddressCodes codes;
  private final MessageSource messages;
  private final DatabaseTime time;
  private final String home;
  private final String staffHome;

  Composer(
      PaymentNews payments,
      RegistrationNews registrations,
      TaskNews tasks,
      AddressCodes codes,
      MessageSource messages,
      DatabaseTime time,
      @Value("${dvc.public-url}") String home,
      @Value("${dvc.staff-url}") String staffHome) {
    this.payments = payments;
    this.registrations = registrations;
    this.tasks = tasks;
    this.codes = codes;
    this.messages = messages;
    this.time = time;
    this.home = home;
    this.staffHome = staffHome;
  }

  /** Empty if it is not to be sent any more: nothing of it is true, or the code came too late. */
  public Optional<Letter> toPayer(Due due, AddressRepository.Stored address) {
    var language = Locale.forLanguageTag(address.of().language());
    var stop = home + "/notices/stop/" + address.stopToken();
    return facts(due, address).map(facts -> letter(due, new TreeMap<>(facts), language, stop));
  }

  /** To staff, in Vietnamese; empty once the task is done. */
  public Optional<Letter> toStaff(Due due) {
    return tasks
        .of(subject(due))
        .map(facts -> letter(due, new TreeMap<>(facts), Locale.forLanguageTag("vi"), null));
  }

  private Optional<Map<String, String>> facts(Due due, AddressRepository.Stored address) {
    return switch (due.kind()) {
      case CODE -> code(due, address);
      case RECEIPT,
          REMINDER,
          MONEY_RETURNED,
          COLLECTION_LOOKED_AT,
          COLLECTION_RETURNED,
          TO_APPROVE ->
          payments.of(due.kind(), subject(due), String.valueOf(due.detail()));
      case REGISTRATION_APPROVED, REGISTRATION_REJECTED, REGISTRATION_RETURNED, FORM_REMINDER ->
          registrations.of(due.kind(), subject(due));
      case TASK_OVERDUE -> Optional.empty();
    };
  }

  private Optional<Map<String, String>> code(Due due, AddressRepository.Stored address) {
    var isStillAwaited = due.createdAt().plus(AddressCodes.GOOD_FOR).isAfter(time.now());
    return isStillAwaited && !address.isConfirmed()
        ? Optional.of(
            Map.of(
                "code",
                codes.fresh(address.id()),
                "minutes",
                String.valueOf(AddressCodes.GOOD_FOR.toMinutes())))
        : Optional.empty();
  }

  private Letter letter(
      Due due, Map<String, String> facts, Locale language, @Nullable String stop) {
    facts.put("link", link(due));
    facts.put("stop", stop == null ? "" : stop);
    var form = due.channel() == Channel.SMS ? ".sms" : ".text";
    var text = filled(due.kind() + form, facts, language);
    if (stop != null) {
      text += filled("FOOTER" + form, facts, language);
    }
    // One sign beyond GSM's alphabet, and a message of 160 characters has room for 70.
    var carried = due.channel() == Channel.SMS ? text.replace(" đ", " VND") : text;
    return new Letter(
        due.id(), due.address(), filled(due.kind() + ".subject", facts, language), carried, stop);
  }

  private String link(Due due) {
    if (due.kind() == MailingKind.TASK_OVERDUE) {
      return staffHome + "/camunda/app/tasklist/default/#/?task=" + due.subject();
    }
    if (due.subject() == null) {
      return home + "/notices";
    }
    return home
        + (due.subject().startsWith("R") ? "/registrations/" : "/payments/")
        + due.subject();
  }

  private String filled(String key, Map<String, String> facts, Locale language) {
    var text = messages.getMessage("mailing." + key, null, language);
    for (var fact : facts.entrySet()) {
      text = text.replace("{" + fact.getKey() + "}", fact.getValue());
    }
    return text;
  }

  private static String subject(Due due) {
    return Objects.requireNonNull(due.subject(), "only a code has no subject");
  }
}
