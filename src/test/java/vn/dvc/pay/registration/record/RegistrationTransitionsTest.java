package vn.dvc.pay.registration.record;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.registration.RegistrationStatus.ACTIVATING;
import static vn.dvc.pay.registration.RegistrationStatus.REGISTERED;
import static vn.dvc.pay.registration.RegistrationStatus.SUSPENDED;
import static vn.dvc.pay.registration.RegistrationStatus.WITHDRAWN;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.registration.RegistrationStatus;

@Tag("fast")
class RegistrationTransitionsTest {

  @Test
  void registeredIsReachedOnlyFromActivatingOrSuspended() {
    assertThat(Arrays.stream(RegistrationStatus.values()))
        .filteredOn(from -> RegistrationTransitions.isLegal(from, REGISTERED))
        .containsExactly(ACTIVATING, SUSPENDED);
  }

  @Test
  void registrationCannotBeWithdrawnDuringItsActivation() {
    assertThat(RegistrationTransitions.isLegal(ACTIVATING, WITHDRAWN)).isFalse();
  }

  @Test
  void finalStatusIsNeverLeft() {
    for (var end : RegistrationStatus.values()) {
      if (!RegistrationTransitions.isOpen(end) && !RegistrationTransitions.isInForce(end)) {
        assertThat(Arrays.stream(RegistrationStatus.values()))
            .noneMatch(next -> RegistrationTransitions.isLegal(end, next));
      }
    }
  }
}
