package vn.dvc.pay.payment.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.payment.account.AccountFixture.COMPANY;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.payment.AccountTest;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;

/** A payment and its documents carry the payer's name from the dossiers (M10). */
@AccountTest
class PayerOfThePaymentTest {
  @Autowired AccountFixture fixture;
  @Autowired Payments payments;
  @Autowired Dossiers dossiers;

  @Test
  void differentNameIsRefusedAndReservesNoDossier() {
    var dossier = fixture.owing(10_000);
    assertThatThrownBy(() -> pay(dossier, "Công ty TNHH Người Khác"))
        .isInstanceOfSatisfying(
            Problem.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(422);
              assertThat(refused.code()).isEqualTo("payer-differs");
              assertThat(refused.facts())
                  .containsEntry("field", "payer.name")
                  .containsEntry("dossier", dossier.text());
            });
    assertThat(dossiers.find(dossier).orElseThrow().status()).isEqualTo(Dossier.Status.UNPAID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CÔNG TY TNHH AN PHÁT", " Công ty  TNHH\u00a0An Phát "})
  void sameNameTypedDifferentlyIsAcceptedAsTheDossiers(String typed) {
    assertThat(pay(fixture.owing(10_000), typed).payer()).isEqualTo(COMPANY);
  }

  @Test
  void sameNameInDecomposedUnicodeIsAcceptedAsTheDossiers() {
    var inParts = Normalizer.normalize(COMPANY.name(), Normalizer.Form.NFD);
    assertThat(inParts).isNotEqualTo(COMPANY.name());
    assertThat(pay(fixture.owing(10_000), inParts).payer()).isEqualTo(COMPANY);
  }

  @Test
  void callerMayLeaveOutTheName() {
    assertThat(pay(fixture.owing(10_000), null).payer()).isEqualTo(COMPANY);
  }

  private Payment pay(DossierCode dossier, String name) {
    return payments.start(
        new Payer(COMPANY.kind(), COMPANY.id(), name), List.of(dossier), Method.ACCOUNT, null);
  }
}
