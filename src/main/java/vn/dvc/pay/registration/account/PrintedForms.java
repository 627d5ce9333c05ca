package vn.dvc.pay.registration.account;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.documents.DocumentContent.RegistrationForm;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.documents.Documents;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.registration.record.RegistrationVersionEntity;
import vn.dvc.pay.registration.record.StatusChanges;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.RegistrationId;

/** The printed form of each version, rendered once and then always the same bytes. */
@Component
public class PrintedForms {
  private final RegistrationRepository registrations;
  private final StatusChanges changes;
  private final FormContents contents;
  private final Documents documents;
  private final DatabaseTime time;

  PrintedForms(
      RegistrationRepository registrations,
      StatusChanges changes,
      FormContents contents,
      Documents documents,
      DatabaseTime time) {
    this.registrations = registrations;
    this.changes = changes;
    this.contents = contents;
    this.documents = documents;
    this.time = time;
  }

  public Rendered render(RegistrationId id) {
    var content = contents.of(id);
    var subject = subject(id, content.version());
    return new Rendered(
        content.version(), documents.paper(subject, DocumentKind.REGISTRATION_FORM, content::form));
  }

  /**
   * Starts waiting for the payer, who prints, signs, stamps and hands in the form. A form of an
   * earlier version, rendered by a late worker, is ignored.
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
      registration.newest().formReady(form.document().sha256());
      changes.move(registration, RegistrationStatus.AWAITING_FORM, now);
      registration.awaitPayer(now);
    }
    return EnquiryVerdict.READY;
  }

  /**
   * The rendered form with this number, empty if there is none. Call it in the transaction that
   * read the registration.
   */
  public Optional<Document> of(RegistrationEntity registration, int paper) {
    return registration.versions().stream()
        .filter(each -> each.formSha256() != null && registration.paper(each.number()) == paper)
        .findFirst()
        .map(each -> kept(registration, each));
  }

  /** What the newest form says, for reading only; empty while there is no such form. */
  public Optional<Document> inEnglish(RegistrationId id) {
    return contents
        .printed(id)
        .map(
            content ->
                documents.paper(
                    subject(id, content.version()),
                    DocumentKind.REGISTRATION_FORM,
                    DocumentLanguage.ENGLISH,
                    content::form));
  }

  private Document kept(RegistrationEntity registration, RegistrationVersionEntity version) {
    var document =
        documents
            .find(subject(registration.id(), version.number()), DocumentKind.REGISTRATION_FORM)
            .orElseThrow(
                () -> new IllegalStateException("No form of registration " + registration.id()));
    if (!document.sha256().equals(version.formSha256())) {
      throw new IllegalStateException("The stored form differs from the form that was shown");
    }
    return document;
  }

  /** A form and the version it belongs to. */
  public record Rendered(int version, Document document) {}

  private static String subject(RegistrationId id, int version) {
    return id.text() + "-v" + version;
  }

  /** What the form of a version says. */
  record VersionContent(int version, RegistrationForm form) {}

  /** Reads the contents of the form from our tables. */
  @Component
  static class FormContents {
    private final RegistrationRepository registrations;
    private final Banks banks;

    FormContents(RegistrationRepository registrations, Banks banks) {
      this.registrations = registrations;
      this.banks = banks;
    }

    /** Empty until the form has been printed, because only then its content is settled. */
    @Transactional(readOnly = true)
    public Optional<VersionContent> printed(RegistrationId id) {
      return registrations
          .find(id)
          .filter(registration -> registration.newest().formSha256() != null)
          .map(this::content);
    }

    @Transactional(readOnly = true)
    public VersionContent of(RegistrationId id) {
      return content(registrations.require(id));
    }

    private VersionContent content(RegistrationEntity registration) {
      var applied = registration.newest().application();
      var signs = applied.representative();
      var form =
          new RegistrationForm(
              registration.id().text(),
              registration.paper(),
              registration.newest().submittedAt(),
              registration.payer(),
              registration.address(),
              applied.contact().phone(),
              applied.contact().email(),
              signs == null ? null : signs.name(),
              signs == null ? null : signs.title(),
              applied.account(),
              banks.require(applied.account().bank()).name(),
              applied.holder(),
              registration.holderAtBank(),
              applied.branch());
      return new VersionContent(registration.formVersion(), form);
    }
  }
}
