package vn.dvc.pay.registration;

import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.portal.Profiles;
import vn.dvc.pay.portal.Profiles.Profile;
import vn.dvc.pay.registration.book.RegistrationBook;
import vn.dvc.pay.registration.book.RegistrationRow;
import vn.dvc.pay.registration.book.StatusChanges;
import vn.dvc.pay.registration.process.RegistrationWorkflow;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;

/** Begins registrations: one open one for a payer, and a second in force only as a replacement. */
@Component
class Starts {
  private final Profiles profiles;
  private final ApplicationRules rules;
  private final ApprovalPolicy policy;
  private final RegistrationBook book;
  private final RegistrationSnapshots snapshots;
  private final RegistrationWorkflow workflow;
  private final StatusChanges changes;
  private final DatabaseTime time;
  private final TransactionTemplate transaction;

  Starts(
      Profiles profiles,
      ApplicationRules rules,
      ApprovalPolicy policy,
      RegistrationBook book,
      RegistrationSnapshots snapshots,
      RegistrationWorkflow workflow,
      StatusChanges changes,
      DatabaseTime time,
      PlatformTransactionManager transactions) {
    this.profiles = profiles;
    this.rules = rules;
    this.policy = policy;
    this.book = book;
    this.snapshots = snapshots;
    this.workflow = workflow;
    this.changes = changes;
    this.time = time;
    this.transaction = new TransactionTemplate(transactions);
  }

  Registration first(Payer payer, Application said, Consumer<Registration> alongside) {
    rules.checkPayer(payer);
    var profile = profile(payer.id());
    rules.checkIdentity(payer, said.representative(), profile);
    return begin(profile, rules.checked(said, profile), null, alongside);
  }

  Registration replacing(RegistrationId old, Application said, Consumer<Registration> alongside) {
    var payer =
        transaction.execute(
            status -> demandActive(book.find(old).orElseThrow(this::unknown)).payer());
    var profile = profile(payer.id());
    rules.checkIdentity(profile.payer(), said.representative(), profile);
    return begin(profile, rules.checked(said, profile), old, alongside);
  }

  /** A correction by the same rules, against what the portal told at the start. */
  Application corrected(RegistrationRow row, Application said) {
    var before = row.newest().application();
    var signs = before.representative();
    var signing = said.representative() == null ? signs : said.representative();
    var profile =
        new Profile(
            row.payer(),
            before.contact().phone(),
            before.contact().email(),
            row.address(),
            row.isRepresentativeKnown()
                ? new Profiles.Representative(signs.name(), signs.title())
                : null);
    rules.checkIdentity(row.payer(), signing, profile);
    return rules.checked(
        new Application(said.account(), said.holder(), said.branch(), said.contact(), signing),
        profile);
  }

  private Profile profile(String payerId) {
    return profiles.of(payerId).orElseThrow(() -> Problem.invalid("profile-not-found"));
  }

  private Registration begin(
      Profile profile,
      Application application,
      RegistrationId replaces,
      Consumer<Registration> alongside) {
    try {
      return transaction.execute(
          status -> {
            var begun = insert(profile, application, replaces);
            alongside.accept(begun);
            return begun;
          });
    } catch (DataIntegrityViolationException another) {
      // Another one of this payer was first.
      throw open(Optional.of(book.openOf(profile.payer().id()).orElseThrow(() -> another)));
    }
  }

  private Registration insert(Profile profile, Application application, RegistrationId replaces) {
    var payer = profile.payer();
    if (replaces == null) {
      book.inForceOf(payer.id())
          .ifPresent(
              row -> {
                throw Problem.conflict("registration-in-force")
                    .with("registration", row.id().text());
              });
    } else {
      demandActive(book.lock(replaces));
    }
    var already = book.openOf(payer.id());
    if (already.isPresent()) {
      throw open(already);
    }
    var review = policy.rule(payer, replaces != null);
    var row =
        new RegistrationRow(
            RegistrationId.fresh(),
            payer,
            profile.address(),
            profile.representative() != null && application.representative() != null,
            application,
            replaces,
            review,
            time.now());
    book.add(row);
    changes.tell(row, row.createdAt());
    workflow.requested(row);
    return snapshots.of(row);
  }

  private static Problem open(Optional<RegistrationRow> already) {
    var problem = Problem.conflict("registration-open");
    return already.map(row -> problem.with("registration", row.id().text())).orElse(problem);
  }

  private static RegistrationRow demandActive(RegistrationRow row) {
    if (row.status() != RegistrationStatus.REGISTERED) {
      throw Problem.conflict("registration-not-active").with("status", row.status().word());
    }
    return row;
  }

  private Problem unknown() {
    return Problem.notFound("registration-not-found");
  }
}
