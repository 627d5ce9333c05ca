package vn.dvc.pay.registration.mandate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.clarification.AttemptOwner;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.RegistrationId;

/** Applies an outcome in doubt, and later its finding, to a registration. */
@Component
class RegistrationAttempts implements AttemptOwner {
  private final RegistrationRepository registrations;

  RegistrationAttempts(RegistrationRepository registrations) {
    this.registrations = registrations;
  }

  @Override
  public boolean owns(String subject) {
    return subject.startsWith("R");
  }

  @Override
  public void lock(String subject) {
    registrations.lock(RegistrationId.of(subject));
  }

  /** The status does not change: the registration is activating, or already out of force. */
  @Override
  public void outcomeUnknown(String subject, AttemptRef attempt) {
    registrations.lock(RegistrationId.of(subject));
  }

  @Override
  public void outcomeFound(String subject, AttemptRef attempt, BankAnswer.Approved finding) {
    if (finding.reason() != null) {
      registrations.lock(RegistrationId.of(subject)).bank().declined(finding.reason());
    }
  }

  @Override
  public @Nullable String paymentOf(String subject) {
    return null;
  }
}
