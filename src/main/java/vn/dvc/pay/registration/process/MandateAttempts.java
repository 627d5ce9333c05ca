package vn.dvc.pay.registration.process;

import org.springframework.stereotype.Component;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.RegistrationId;

/** Under which attempt a registration's mandate stands at the bank. */
@Component
class MandateAttempts {
  private final RegistrationRepository registrations;

  MandateAttempts(RegistrationRepository registrations) {
    this.registrations = registrations;
  }

  AttemptRef mandateOf(RegistrationId id) {
    return registrations.find(id).orElseThrow().bank().mandate();
  }
}
