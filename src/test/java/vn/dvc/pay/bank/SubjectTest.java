package vn.dvc.pay.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.RegistrationId;

@Tag("fast")
class SubjectTest {

  @Test
  void subjectIsReadAsItWasStored() {
    var subjects =
        List.of(
            Subject.of(PaymentId.fresh()),
            Subject.of(RegistrationId.fresh()),
            Subject.ofReversal("V0123456789ABCDEF0123456789ABCDEF"));

    assertThat(subjects).allSatisfy(it -> assertThat(Subject.parse(it.id())).isEqualTo(it));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1", "R1", "D0123456789ABCDEF0123456789ABCDEF", "p", " "})
  void whatIsNobodysIdIsRefused(String id) {
    assertThatThrownBy(() -> Subject.parse(id)).isInstanceOf(IllegalArgumentException.class);
  }
}
