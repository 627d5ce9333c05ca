package vn.dvc.pay.registration.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.limits.Limits;
import vn.dvc.pay.portal.Profiles;
import vn.dvc.pay.portal.Profiles.Profile;
import vn.dvc.pay.registration.Application;
import vn.dvc.pay.registration.Application.Contact;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.process.RegistrationWorkflow;
import vn.dvc.pay.registration.record.RegistrationEntity;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.registration.record.RegistrationSnapshots;
import vn.dvc.pay.registration.record.ReviewDetails;
import vn.dvc.pay.registration.record.StatusChanges;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;

/** A second first-time registration is rejected, whenever the other one comes into force (R15). */
@Tag("fast")
class RegistrationIntakeTest {
  private static final Payer PAYER =
      new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
  private final RegistrationRepository registrations = mock(RegistrationRepository.class);
  private final RegistrationWorkflow workflow = mock(RegistrationWorkflow.class);
  private final RegistrationEntity other = other();
  private final RegistrationIntake starts = starts();
  private int looks;
  private int looksBeforeItIsInForce;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void registrationThatComesIntoForceBetweenTheTwoChecksIsFound(int before) {
    looksBeforeItIsInForce = before;
    assertThatThrownBy(this::start)
        .isInstanceOfSatisfying(
            Problem.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(409);
              assertThat(refused.code()).isIn("registration-open", "registration-in-force");
              assertThat(refused.facts()).containsEntry("registration", other.id().text());
            });
  }

  @Test
  void withoutAnotherRegistrationTheNewOneStarts() {
    when(registrations.openOf(PAYER.id())).thenReturn(Optional.empty());
    when(registrations.inForceOf(PAYER.id())).thenReturn(Optional.empty());
    when(registrations.add(any())).thenAnswer(added -> added.getArgument(0));
    assertThat(start()).isNotNull();
  }

  private Registration start() {
    return starts.first(
        PAYER,
        new Application(
            new AccountNumber("970415", "113366668888"),
            PAYER.name(),
            "VietinBank Đà Nẵng",
            new Contact(null, null),
            null),
        begun -> {});
  }

  private boolean isInForceAtThisLook() {
    return looks++ >= looksBeforeItIsInForce;
  }

  private RegistrationIntake starts() {
    when(registrations.openOf(PAYER.id()))
        .thenAnswer(look -> isInForceAtThisLook() ? Optional.empty() : Optional.of(other));
    when(registrations.inForceOf(PAYER.id()))
        .thenAnswer(look -> isInForceAtThisLook() ? Optional.of(other) : Optional.empty());
    when(registrations.add(any()))
        .thenAnswer(
            added -> {
              if (isInForceAtThisLook()) {
                return added.getArgument(0);
              }
              throw new DataIntegrityViolationException("registration_open_once");
            });
    var profiles = mock(Profiles.class);
    when(profiles.of(PAYER.id()))
        .thenReturn(Optional.of(new Profile(PAYER, "0912345678", "a@b.vn", "Đà Nẵng", null)));
    var banks = mock(Banks.class);
    when(banks.find("970415")).thenReturn(Optional.of(mock(Bank.class)));
    var policy = mock(ApprovalPolicy.class);
    when(policy.rule(any(), anyBoolean())).thenReturn(review());
    var time = mock(DatabaseTime.class);
    when(time.now()).thenReturn(Instant.parse("2026-11-28T00:00:00Z"));
    return new RegistrationIntake(
        profiles,
        new ApplicationRules(banks),
        policy,
        registrations,
        new RegistrationSnapshots(),
        workflow,
        mock(StatusChanges.class),
        mock(Limits.class),
        time,
        mock(PlatformTransactionManager.class));
  }

  private static RegistrationEntity other() {
    var registration = mock(RegistrationEntity.class);
    when(registration.id()).thenReturn(RegistrationId.fresh());
    return registration;
  }

  private static ReviewDetails review() {
    return new ReviewDetails("approval-policy", "bank-officers", false, 2, 30, 20);
  }
}
