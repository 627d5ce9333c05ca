package vn.dvc.pay.payment.card;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.payment.card.CardFixture.NOT_SENT;
import static vn.dvc.pay.payment.card.CardFixture.SILENCE;
import static vn.dvc.pay.payment.card.CardFixture.well;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.values.PaymentId;

/** The release of a hold after its payment ends, under every behaviour of the bank. */
@CardTest
class HoldReleaseTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  @Autowired CardFixture fixture;
  @Autowired Payments payments;

  @Test
  void holdUnknownToTheBankEndsThePaymentAfterOneReleaseAndOneInquiry() {
    var id = cancelled(refused(TransactionState.NOT_FOUND), TransactionState.NOT_FOUND);
    fixture.passes(TEN_MINUTES);
    endedCancelled(id);
    assertThat(fixture.asked(Operation.VOID)).isEqualTo(1);
    assertThat(fixture.asked(Operation.INQUIRY)).isEqualTo(1);
  }

  @Test
  void holdUnknownToABankWithoutTombstonesEndsThePaymentOnceThatIsFinal() {
    var id = fixture.waitingForOtp();
    fixture.says(
        asked ->
            switch (asked.operation()) {
              case INQUIRY -> ScriptedBank.approved(TransactionState.NOT_FOUND);
              case TOMBSTONE -> refused(TransactionState.NOT_FOUND);
              default -> refused(TransactionState.NOT_FOUND);
            });
    payments.cancel(id);
    fixture.passes(TEN_MINUTES);
    endedCancelled(id);
    assertThat(fixture.asked(Operation.VOID)).isEqualTo(1);
    assertThat(fixture.asked(Operation.INQUIRY)).isBetween(1L, 5L);
  }

  @ParameterizedTest
  @EnumSource(names = {"TOMBSTONED", "VOIDED", "DECLINED"})
  void holdReportedGoneEndsThePayment(TransactionState found) {
    var id = cancelled(refused(TransactionState.AUTHORISED), found);
    fixture.passes(TEN_MINUTES);
    endedCancelled(id);
    assertThat(fixture.asked(Operation.VOID)).isEqualTo(1);
  }

  @Test
  void releaseAnsweredByATombstoneNeedsNoInquiry() {
    var id =
        cancelled(ScriptedBank.approved(TransactionState.TOMBSTONED), TransactionState.TOMBSTONED);
    fixture.reaches(id, PaymentStatus.CANCELLED);
    endedCancelled(id);
    assertThat(fixture.asked(Operation.INQUIRY)).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING_OTP", "AUTHORISED"})
  void holdThatTheBankDoesNotReleaseIsACaseAfterThreeReleases(TransactionState held) {
    var id = cancelled(refused(held), held);
    fixture.passes(TEN_MINUTES);
    assertThat(fixture.payment(id).status()).isEqualTo(PaymentStatus.BEING_CHECKED);
    assertThat(fixture.dossierStatus()).isEqualTo(Dossier.Status.IN_PROGRESS);
    assertThat(fixture.openCases(id))
        .singleElement()
        .satisfies(open -> assertThat(open.kind()).isEqualTo("hold-not-released"));
    assertThat(fixture.asked(Operation.VOID)).isBetween(3L, 4L);

    fixture.decide("hold-not-released", fixture.attempt(id), "HOLD_RELEASED");
    fixture.passes(Duration.ofSeconds(20));
    endedCancelled(id);
  }

  @Test
  void releaseThatTwoPersonsRequestAgainIsSentAtOnce() {
    var id = cancelled(refused(TransactionState.AUTHORISED), TransactionState.AUTHORISED);
    fixture.passes(TEN_MINUTES);
    assertThat(fixture.openCases(id)).hasSize(1);
    fixture.isWell();
    fixture.decide("hold-not-released", fixture.attempt(id), "RELEASE_AGAIN");
    fixture.quiet();
    endedCancelled(id);
    assertThat(fixture.asked(Operation.VOID)).isEqualTo(1);
  }

  @Test
  void releaseThatCannotBeSentIsACaseAfterTwoHoursAndIsStillRetried() {
    var id = fixture.waitingForOtp();
    fixture.says(asked -> NOT_SENT);
    payments.cancel(id);
    fixture.quiet();
    fixture.passes(Duration.ofMinutes(90));
    assertThat(fixture.openCases(id)).isEmpty();
    assertThat(fixture.payment(id).status()).isEqualTo(PaymentStatus.BEING_CHECKED);
    assertThat(fixture.asked(Operation.VOID)).isLessThanOrEqualTo(7);
    fixture.passes(Duration.ofMinutes(45));
    assertThat(fixture.openCases(id))
        .singleElement()
        .extracting("kind")
        .isEqualTo("hold-not-released");
    assertThat(fixture.asked(Operation.VOID)).isLessThanOrEqualTo(8);

    fixture.isWell();
    fixture.passes(Duration.ofMinutes(70));
    endedCancelled(id);
    assertThat(fixture.asked(Operation.VOID)).isEqualTo(1);
  }

  @Test
  void captureThatCannotBeSentIsRetriedAtGrowingPausesUntilTheWindowEnds() {
    fixture.says(Operation.CAPTURE, NOT_SENT);
    var id = fixture.entersOtp();
    fixture.quiet();
    fixture.passes(Duration.ofMinutes(40));
    assertThat(fixture.payment(id).status()).isEqualTo(PaymentStatus.EXPIRED);
    assertThat(fixture.asked(Operation.CAPTURE)).isBetween(4L, 7L);
    assertThat(fixture.asked(Operation.VOID)).isEqualTo(1);
  }

  /** Two persons decide that no money moved, but the authorisation's hold still stands. */
  @Test
  void paymentDecidedUnpaidByTwoPersonsReleasesItsHold() {
    fixture.says(Operation.CAPTURE, SILENCE);
    var id = fixture.entersOtp();
    fixture.reaches(id, PaymentStatus.BEING_CHECKED);
    fixture.quiet();
    fixture.isWell();
    fixture.decide("unknown-outcome", fixture.attempt(id), "NO_MONEY_MOVED");
    fixture.passes(Duration.ofSeconds(20));
    fixture.reaches(id, PaymentStatus.DECLINED);
    assertThat(fixture.asked(Operation.VOID)).isEqualTo(1);
    assertThat(fixture.asked(Operation.CAPTURE)).isZero();
    assertThat(fixture.dossierStatus()).isEqualTo(Dossier.Status.UNPAID);
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTHORISE", "OTP", "RESEND", "VOID"})
  void possibleHoldIsReleasedWhicheverCallIsUnknown(Operation inDoubt) {
    fixture.says(inDoubt, SILENCE);
    var id = fixture.waitingForCard();
    fixture.entersCard(id);
    if (inDoubt != Operation.AUTHORISE) {
      fixture.reaches(id, PaymentStatus.WAITING_FOR_OTP);
      fixture.passes(Duration.ofMinutes(2));
      switch (inDoubt) {
        case OTP -> payments.enterOtp(id, "sealed");
        case RESEND -> payments.resendOtp(id);
        default -> payments.cancel(id);
      }
    }
    fixture.reaches(id, PaymentStatus.BEING_CHECKED);
    fixture.quiet();
    fixture.isWell();
    fixture.decide("unknown-outcome", fixture.attempt(id), "NO_MONEY_MOVED");
    fixture.passes(Duration.ofMinutes(1));
    assertThat(fixture.payment(id).status().isFinished()).isTrue();
    assertThat(fixture.payment(id).status().wasPaid()).isFalse();
    assertThat(fixture.asked(Operation.VOID)).isEqualTo(1);
  }

  private PaymentId cancelled(BankAnswer release, TransactionState found) {
    var id = fixture.waitingForOtp();
    fixture.says(
        asked ->
            switch (asked.operation()) {
              case VOID -> release;
              case INQUIRY -> ScriptedBank.approved(found);
              default -> well(asked.operation());
            });
    payments.cancel(id);
    return id;
  }

  private void endedCancelled(PaymentId id) {
    assertThat(fixture.payment(id).status()).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(fixture.dossierStatus()).isEqualTo(Dossier.Status.UNPAID);
    assertThat(fixture.openCases(id)).isEmpty();
  }

  private static BankAnswer refused(TransactionState state) {
    return ScriptedBank.declined("wrong-state", state);
  }
}
