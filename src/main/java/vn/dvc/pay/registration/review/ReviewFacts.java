package vn.dvc.pay.registration.review;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.values.RegistrationId;

/** What teller and officers must know, as the Vietnamese text that the task's form shows. */
@Component
public class ReviewFacts {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

  private final RegistrationRepository book;
  private final Banks banks;
  private final MessageSource texts;

  ReviewFacts(RegistrationRepository book, Banks banks, MessageSource texts) {
    this.book = book;
    this.banks = banks;
    this.texts = texts;
  }

  @Transactional(readOnly = true)
  public String of(RegistrationId id) {
    var row = book.find(id).orElseThrow();
    var applied = row.newest().application();
    var text = new StringBuilder();
    line(text, "registration", id.text());
    line(text, "payer", row.payer().name());
    line(text, "payer-" + row.payer().kind(), row.payer().id());
    line(text, "address", row.address());
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
    line(text, "name", told(row.isNameConfirmed() ? "name-confirmed" : "name-same"));
    line(text, "submitted", when(row.newest().submittedAt()));
    line(text, "hand-in-by", when(row.waitsUntil()));
    line(text, "received", when(row.newest().receivedAt()));
    line(text, "received-by", row.newest().receivedBy());
    line(text, "due", when(row.review().dueAt()));
    line(text, "first-officer", row.approvers().stream().findFirst().orElse(null));
    line(text, "replaces", replaced(row));
    return text.toString();
  }

  @Transactional(readOnly = true)
  public String shown(RegistrationId id, String what) {
    var row = book.find(id).orElseThrow();
    return switch (what) {
      case "version" -> String.valueOf(row.formVersion());
      case "sha256" -> row.newest().formSha256();
      case "holder" -> row.newest().holder();
      case "holderAtBank" -> row.holderAtBank();
      case "officerGroup" -> row.review().officerGroup();
      case "reviewDue" -> row.review().dueAt().toString();
      default -> throw new IllegalArgumentException("No form shows " + what);
    };
  }

  private String replaced(RegistrationEntity row) {
    return row.replaces() == null
        ? null
        : book.find(row.replaces()).map(old -> old.newest().account().number()).orElse(null);
  }

  private void line(StringBuilder to, String fact, String value) {
    if (value != null) {
      to.append(told(fact)).append(": ").append(value).append('\n');
    }
  }

  private String told(String fact) {
    return texts.getMessage("registration.fact." + fact, null, VIETNAMESE);
  }

  private static String when(Instant at) {
    return at == null ? null : WHEN.format(at);
  }
}
