package vn.dvc.pay.registration.process;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.RegistrationId;

/** Finds the bank attempt under which a registration's mandate was requested. */
@Component
class MandateAttempts {
  private final RegistrationRepository registrations;

  MandateAttempts(RegistrationRepository registrations) {
    this.registrations = registrations;
  }

  @Nullable AttemptRef mandateOf(RegistrationId id) {
    return registrations.require(id).bank().mandate();
  }
}
