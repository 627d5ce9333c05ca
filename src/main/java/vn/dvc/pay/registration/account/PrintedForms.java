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
  private final RegistrationRepository book;
  private final StatusChanges changes;
  private final FormContents contents;
  private final Documents papers;
  private final DatabaseTime time;

  PrintedForms(
      RegistrationRepository book,
      StatusChanges changes,
      FormContents contents,
      Documents papers,
      DatabaseTime time) {
    this.book = book;
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
    var row = book.lock(id);
    if (row.status() == RegistrationStatus.WITHDRAWN) {
      return EnquiryVerdict.WITHDRAWN;
    }
    if (row.status() == RegistrationStatus.CHECKING_ACCOUNT
        && row.formVersion() == form.version()) {
      var now = time.now();
      row.newest().formReady(form.paper().sha256());
      changes.move(row, RegistrationStatus.AWAITING_FORM, now);
      row.waitsForPayer(now);
    }
    return EnquiryVerdict.READY;
  }

  /**
   * The form of this version as it was rendered, empty when it never was. In the transaction in
   * which the row was read.
   */
  public Optional<Document> of(RegistrationEntity row, int version) {
    return row.versions().stream()
        .filter(each -> each.number() == version && each.formSha256() != null)
        .findFirst()
        .map(each -> kept(row, each));
  }

  private Document kept(RegistrationEntity row, RegistrationVersionEntity version) {
    var paper =
        papers
            .find(subject(row.id(), version.number()), DocumentKind.REGISTRATION_FORM)
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
    private final RegistrationRepository book;
    private final Banks banks;

    FormContents(RegistrationRepository book, Banks banks) {
      this.book = book;
      this.banks = banks;
    }

    @Transactional(readOnly = true)
    public RegistrationForm of(RegistrationId id) {
      var row = book.find(id).orElseThrow();
      var applied = row.newest().application();
      var signs = applied.representative();
      return new RegistrationForm(
          id.text(),
          row.formVersion(),
          row.newest().submittedAt(),
          row.payer(),
          row.address(),
          applied.contact().phone(),
          applied.contact().email(),
          signs == null ? null : signs.name(),
          signs == null ? null : signs.title(),
          applied.account(),
          banks.find(applied.account().bank()).map(Bank::name).orElseThrow(),
          applied.holder(),
          row.holderAtBank(),
          applied.branch());
    }
  }
}
