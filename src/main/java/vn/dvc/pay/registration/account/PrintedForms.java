package vn.dvc.pay.registration.account;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.documents.DocumentContent.RegistrationForm;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.documents.Documents;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.registration.record.RegistrationVersionEntity;
import vn.dvc.pay.registration.record.StatusChanges;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.RegistrationId;

/** The printed form of each version: rendered once, then always the same bytes. */
@Component
public class PrintedForms {
  private final RegistrationRepository registrations;
  private final StatusChanges changes;
  private final FormContents contents;
  private final Documents papers;
  private final DatabaseTime time;

  PrintedForms(
      RegistrationRepository registrations,
      StatusChanges changes,
      FormContents contents,
      Documents papers,
      DatabaseTime time) {
    this.registrations = registrations;
    this.changes = changes;
    this.contents = contents;
    this.papers = papers;
    this.time = time;
  }

  public Rendered render(RegistrationId id) {
    var content = contents.of(id);
    var subject = subject(id, content.version());
    return new Rendered(
        content.version(), papers.paper(subject, DocumentKind.REGISTRATION_FORM, () -> content));
  }

  /**
   * The payer is waited for from now on: he prints, signs, stamps and hands it in. The form of an
   * earlier version, printed by a worker that wakes late, is no form of this one.
   */
  @Transactional
  public EnquiryVerdict recordRendered(RegistrationId id, Rendered form) {
    var registration = registrations.lock(id);
    if (registration.status() == RegistrationStatus.WITHDRAWN) {
      return EnquiryVerdict.WITHDRAWN;
    }
    if (registration.status() == RegistrationStatus.CHECKING_ACCOUNT
        && registration.formVersion() == form.version()) {
      var now = time.now();
      registration.newest().formReady(form.paper().sha256());
      changes.move(registration, RegistrationStatus.AWAITING_FORM, now);
      registration.waitsForPayer(now);
    }
    return EnquiryVerdict.READY;
  }

  /**
   * The form of this version as it was rendered, empty when it never was. In the transaction in
   * which the row was read.
   */
  public Optional<Document> of(RegistrationEntity registration, int version) {
    return registration.versions().stream()
        .filter(each -> each.number() == version && each.formSha256() != null)
        .findFirst()
        .map(each -> kept(registration, each));
  }

  private Document kept(RegistrationEntity registration, RegistrationVersionEntity version) {
    var paper =
        papers
            .find(subject(registration.id(), version.number()), DocumentKind.REGISTRATION_FORM)
            .orElseThrow();
    if (!paper.sha256().equals(version.formSha256())) {
      throw new IllegalStateException("The form kept is not the form that was shown");
    }
    return paper;
  }

  /** A form and the version that it is the form of. */
  public record Rendered(int version, Document paper) {}

  private static String subject(RegistrationId id, int version) {
    return id.text() + "-v" + version;
  }

  /** What stands on the form, read from our tables. */
  @Component
  static class FormContents {
    private final RegistrationRepository registrations;
    private final Banks banks;

    FormContents(RegistrationRepository registrations, Banks banks) {
      this.registrations = registrations;
      this.banks = banks;
    }

    @Transactional(readOnly = true)
    public RegistrationForm of(RegistrationId id) {
      var registration = registrations.find(id).orElseThrow();
      var applied = registration.newest().application();
      var signs = applied.representative();
      return new RegistrationForm(
          id.text(),
          registration.formVersion(),
          registration.newest().submittedAt(),
          registration.payer(),
          registration.address(),
          applied.contact().phone(),
          applied.contact().email(),
          signs == null ? null : signs.name(),
          signs == null ? null : signs.title(),
          applied.account(),
          banks.find(applied.account().bank()).map(Bank::name).orElseThrow(),
          applied.holder(),
          registration.holderAtBank(),
          applied.branch());
    }
  }
}
