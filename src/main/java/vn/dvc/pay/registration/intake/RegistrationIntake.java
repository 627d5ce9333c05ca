package vn.dvc.pay.registration.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.limits.Counted;
import vn.dvc.pay.limits.Limits;
import vn.dvc.pay.limits.Tried;
import vn.dvc.pay.portal.Profiles;
import vn.dvc.pay.portal.Profiles.Profile;
import vn.dvc.pay.registration.Application;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.process.RegistrationWorkflow;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.registration.record.RegistrationSnapshots;
import vn.dvc.pay.registration.record.StatusChanges;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;

/**
 * Starts registrations: at most one open registration per payer, and a second one in force only as
 * a replacement.
 */
@Component
public class RegistrationIntake {
  private final Profiles profiles;
  private final ApplicationRules rules;
  private final ApprovalPolicy policy;
  private final RegistrationRepository registrations;
  private final RegistrationSnapshots snapshots;
  private final RegistrationWorkflow workflow;
  private final StatusChanges changes;
  private final Limits limits;
  private final DatabaseTime time;
  private final TransactionTemplate transaction;

  RegistrationIntake(
      Profiles profiles,
      ApplicationRules rules,
      ApprovalPolicy policy,
      RegistrationRepository registrations,
      RegistrationSnapshots snapshots,
      RegistrationWorkflow workflow,
      StatusChanges changes,
      Limits limits,
      DatabaseTime time,
      PlatformTransactionManager transactions) {
    this.profiles = profiles;
    this.rules = rules;
    this.policy = policy;
    this.registrations = registrations;
    this.snapshots = snapshots;
    this.workflow = workflow;
    this.changes = changes;
    this.limits = limits;
    this.time = time;
    this.transaction = new TransactionTemplate(transactions);
  }

  public Registration first(Payer payer, Application given, Consumer<Registration> alongside) {
    rules.checkPayer(payer);
    var profile = profile(payer.id());
    rules.checkIdentity(payer, given.representative(), profile);
    return begin(profile, rules.checked(given, profile), null, alongside);
  }

  public Registration replacing(
      RegistrationId old, Application given, Consumer<Registration> alongside) {
    var payer =
        transaction.execute(
            status -> requireActive(registrations.find(old).orElseThrow(this::unknown)).payer());
    var profile = profile(payer.id());
    rules.checkIdentity(profile.payer(), given.representative(), profile);
    return begin(profile, rules.checked(given, profile), old, alongside);
  }

  /** Checks a correction by the same rules, against the profile fetched at the start. */
  public Application corrected(RegistrationEntity registration, Application given) {
    var before = registration.newest().application();
    var signs = before.representative();
    var signing = given.representative() == null ? signs : given.representative();
    var profile =
        new Profile(
            registration.payer(),
            before.contact().phone(),
            before.contact().email(),
            registration.address(),
            registration.isRepresentativeKnown()
                ? new Profiles.Representative(signs.name(), signs.title())
                : null);
    rules.checkIdentity(registration.payer(), signing, profile);
    var checked =
        rules.checked(
            new Application(
                given.account(), given.holder(), given.branch(), given.contact(), signing),
            profile);
    count(registration.payer(), checked);
    return checked;
  }

  /** What the bank will be asked about an account is not to be found out by trying many. */
  private void count(Payer payer, Application application) {
    var account = application.account();
    limits.count(
        Tried.ACCOUNT,
        Map.of(
            Counted.PAYER,
            List.of(payer.id()),
            Counted.ACCOUNT,
            List.of(account.bank() + " " + account.number())));
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
    } catch (DataIntegrityViolationException lost) {
      throw another(profile.payer().id()).orElseThrow(() -> lost);
    }
  }

  /** The problem to report when a concurrent registration prevents this one. */
  private Optional<Problem> another(String payerId) {
    return registrations
        .openOf(payerId)
        .map(registration -> refused("registration-open", registration))
        .or(
            () ->
                registrations
                    .inForceOf(payerId)
                    .map(registration -> refused("registration-in-force", registration)));
  }

  private Registration insert(Profile profile, Application application, RegistrationId replaces) {
    var payer = profile.payer();
    if (replaces != null) {
      requireActive(registrations.lock(replaces));
    }
    refuse(
        registrations
            .openOf(payer.id())
            .map(registration -> refused("registration-open", registration)));
    count(payer, application);
    var review = policy.rule(payer, replaces != null);
    var registration =
        new RegistrationEntity(
            RegistrationId.fresh(),
            payer,
            ApplicationRules.address(profile),
            profile.representative() != null && application.representative() != null,
            application,
            replaces,
            review,
            time.now());
    registrations.add(registration);
    if (replaces == null) {
      // Checked only now: the unique key of the new registration blocks any other one of this
      // payer, so one that is not yet in force cannot come into force beside it.
      refuse(
          registrations.inForceOf(payer.id()).map(held -> refused("registration-in-force", held)));
    }
    changes.announce(registration, registration.createdAt());
    workflow.requested(registration);
    return snapshots.of(registration);
  }

  private static void refuse(Optional<Problem> because) {
    because.ifPresent(
        problem -> {
          throw problem;
        });
  }

  private static Problem refused(String code, RegistrationEntity already) {
    return Problem.conflict(code).with("registration", already.id().text());
  }

  private static RegistrationEntity requireActive(RegistrationEntity registration) {
    if (registration.status() != RegistrationStatus.REGISTERED) {
      throw Problem.conflict("registration-not-active")
          .with("registrationStatus", registration.status().word());
    }
    return registration;
  }

  private Problem unknown() {
    return Problem.notFound("registration-not-found");
  }
}
