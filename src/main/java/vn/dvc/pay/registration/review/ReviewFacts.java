package vn.dvc.pay.registration.review;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.engine.LiveText;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.RegistrationId;

/** The facts for teller and officers, as the Vietnamese text on the task's form. */
@Component
public class ReviewFacts implements LiveText.Source {
  /** All of them in one text. */
  public static final String ALL = "facts";

  private static final String SOURCE = "registration";
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final DateTimeFormatter WHEN = VietnamTime.formatter("HH:mm dd/MM/yyyy");

  private static final Pattern HASH = Pattern.compile(" [0-9a-f]{64}");

  /** As many as a form has room for. */
  private static final int MAX_ENTRIES = 3;

  private final RegistrationRepository registrations;
  private final Banks banks;
  private final Audit audit;
  private final MessageSource texts;

  ReviewFacts(RegistrationRepository registrations, Banks banks, Audit audit, MessageSource texts) {
    this.registrations = registrations;
    this.banks = banks;
    this.audit = audit;
    this.texts = texts;
  }

  public static LiveText live(RegistrationId id, String what) {
    return new LiveText(SOURCE, id.text(), what);
  }

  @Override
  public String name() {
    return SOURCE;
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable String read(String id, String what) {
    var registration = RegistrationId.of(id);
    return what.equals(ALL) ? of(registration) : shown(registration, what);
  }

  private String of(RegistrationId id) {
    var registration = registrations.require(id);
    var applied = registration.newest().application();
    var text = new StringBuilder();
    line(text, "registration", id.text());
    line(text, "payer", registration.payer().name());
    line(text, "payer-" + registration.payer().kind(), registration.payer().id());
    line(text, "address", registration.address());
    if (applied.representative() != null) {
      var title = applied.representative().title();
      var name = applied.representative().name();
      line(text, "representative", title == null ? name : name + ", " + title);
    }
    line(text, "phone", applied.contact().phone());
    line(text, "email", applied.contact().email());
    line(text, "account", applied.account().number());
    line(text, "bank", banks.find(applied.account().bank()).map(b -> b.name()).orElse(null));
    line(text, "branch", applied.branch());
    line(text, "name", names(registration));
    line(text, "submitted", when(registration.newest().submittedAt()));
    line(text, "hand-in-by", when(registration.waitsUntil()));
    line(text, "received", when(registration.newest().receivedAt()));
    line(text, "received-by", registration.newest().receivedBy());
    line(text, "due", when(registration.review().dueAt()));
    line(text, "first-officer", registration.approvers().stream().findFirst().orElse(null));
    line(text, "replaces", replaced(registration));
    return text.toString();
  }

  @Transactional(readOnly = true)
  public @Nullable String shown(RegistrationId id, String what) {
    var registration = registrations.require(id);
    return switch (what) {
      case "number" -> id.reference().toString();
      case "payer" -> registration.payer().shortName();
      case "account" -> registration.newest().application().account().masked();
      case "names" -> names(registration);
      case "earlier" -> earlier(id);
      case "version" -> String.valueOf(registration.paper());
      case "sha256" -> registration.newest().formSha256();
      case "holder" -> registration.newest().holder();
      case "holderAtBank" -> registration.holderAtBank();
      case "officerGroup" -> registration.review().officerGroup();
      case "reviewDue" -> registration.review().dueAt().toString();
      default -> throw new IllegalArgumentException("Unknown form value: " + what);
    };
  }

  private String names(RegistrationEntity registration) {
    return label(registration.isNameConfirmed() ? "name-confirmed" : "name-same");
  }

  /** What colleagues decided and noted before, newest first. */
  private String earlier(RegistrationId id) {
    var entries = new ArrayList<>(audit.about(id.text()));
    Collections.reverse(entries);
    return entries.stream()
        .filter(entry -> entry.action().startsWith("registration-"))
        .map(
            entry ->
                "%s · %s · %s · %s"
                    .formatted(
                        WHEN.format(entry.at()),
                        entry.actor(),
                        texts.getMessage("audit." + entry.action(), null, VIETNAMESE),
                        HASH.matcher(entry.reason()).replaceFirst("")))
        .limit(MAX_ENTRIES)
        .collect(Collectors.joining("\n"));
  }

  private @Nullable String replaced(RegistrationEntity registration) {
    return registration.replaces() == null
        ? null
        : registrations
            .find(registration.replaces())
            .map(old -> old.newest().account().number())
            .orElse(null);
  }

  private void line(StringBuilder to, String fact, @Nullable String value) {
    if (value != null) {
      to.append(label(fact)).append(": ").append(value).append('\n');
    }
  }

  private String label(String fact) {
    return texts.getMessage("registration.fact." + fact, null, VIETNAMESE);
  }

  private static @Nullable String when(Instant at) {
    return at == null ? null : WHEN.format(at);
  }
}
