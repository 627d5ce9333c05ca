package vn.dvc.pay.registration.mandate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt.Subject.OfRegistration;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.clarification.AttemptOwner;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.values.AttemptRef;

/** Applies an outcome in doubt, and later its finding, to a registration. */
@Component
class RegistrationAttempts implements AttemptOwner<OfRegistration> {
  private final RegistrationRepository registrations;

  RegistrationAttempts(RegistrationRepository registrations) {
    this.registrations = registrations;
  }

  @Override
  public Class<OfRegistration> subjects() {
    return OfRegistration.class;
  }

  @Override
  public void lock(OfRegistration subject) {
    registrations.lock(subject.registration());
  }

  /** The status does not change: the registration is activating, or already out of force. */
  @Override
  public void outcomeUnknown(OfRegistration subject, AttemptRef attempt) {
    registrations.lock(subject.registration());
  }

  @Override
  public void outcomeFound(
      OfRegistration subject, AttemptRef attempt, BankAnswer.Approved finding) {
    if (finding.reason() != null) {
      registrations.lock(subject.registration()).bank().declined(finding.reason());
    }
  }

  @Override
  public @Nullable String paymentOf(OfRegistration subject) {
    return null;
  }
}
