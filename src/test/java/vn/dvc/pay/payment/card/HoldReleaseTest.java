package vn.dvc.pay.payment.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.AnsweringBank;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.values.PaymentId;

/** The release of a hold after its payment ends, under every behaviour of the bank. */
class HoldReleaseTest extends CardFixture {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  @Test
  void holdThatTheBankForgotEndsThePaymentAfterOneReleaseAndOneInquiry() {
    var id = cancelled(refused(TransactionState.NOT_FOUND), TransactionState.NOT_FOUND);
    passes(TEN_MINUTES);
    endedCancelled(id);
    assertThat(asked(Operation.VOID)).isEqualTo(1);
    assertThat(asked(Operation.INQUIRY)).isEqualTo(1);
  }

  @Test
  void holdThatTheBankForgotButDoesNotBuryEndsThePaymentOnceThatIsFinal() {
    var id = waitingForOtp();
    says(
        asked ->
            switch (asked.operation()) {
              case INQUIRY -> AnsweringBank.approved(TransactionState.NOT_FOUND);
              case TOMBSTONE -> refused(TransactionState.NOT_FOUND);
              default -> refused(TransactionState.NOT_FOUND);
            });
    payments.cancel(id);
    passes(TEN_MINUTES);
    endedCancelled(id);
    assertThat(asked(Operation.VOID)).isEqualTo(1);
    assertThat(asked(Operation.INQUIRY)).isBetween(1L, 5L);
  }

  @ParameterizedTest
  @EnumSource(names = {"TOMBSTONED", "VOIDED", "DECLINED"})
  void holdThatTheBankSaysIsGoneEndsThePayment(TransactionState found) {
    var id = cancelled(refused(TransactionState.AUTHORISED), found);
    passes(TEN_MINUTES);
    endedCancelled(id);
    assertThat(asked(Operation.VOID)).isEqualTo(1);
  }

  @Test
  void releaseThatBuriesTheAttemptNeedsNoInquiry() {
    var id =
        cancelled(AnsweringBank.approved(TransactionState.TOMBSTONED), TransactionState.TOMBSTONED);
    reaches(id, PaymentStatus.CANCELLED);
    endedCancelled(id);
    assertThat(asked(Operation.INQUIRY)).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING_OTP", "AUTHORISED"})
  void holdThatTheBankKeepsIsACaseAfterThreeReleases(TransactionState held) {
    var id = cancelled(refused(held), held);
    passes(TEN_MINUTES);
    assertThat(payment(id).status()).isEqualTo(PaymentStatus.BEING_CHECKED);
    assertThat(dossierStatus()).isEqualTo(Dossier.Status.IN_PROGRESS);
    assertThat(openCases(id))
        .singleElement()
        .satisfies(open -> assertThat(open.kind()).isEqualTo("hold-not-released"));
    assertThat(asked(Operation.VOID)).isBetween(3L, 4L);

    decide("hold-not-released", attempt(id), "HOLD_RELEASED");
    passes(Duration.ofSeconds(20));
    endedCancelled(id);
  }

  @Test
  void releaseThatTwoPersonsWantAgainIsSentAtOnce() {
    var id = cancelled(refused(TransactionState.AUTHORISED), TransactionState.AUTHORISED);
    passes(TEN_MINUTES);
    assertThat(openCases(id)).hasSize(1);
    says(asked -> well(asked.operation()));
    decide("hold-not-released", attempt(id), "RELEASE_AGAIN");
    quiet();
    endedCancelled(id);
    assertThat(asked(Operation.VOID)).isEqualTo(1);
  }

  @Test
  void releaseThatNeverLeavesIsACaseAfterTwoHoursAndGoesOnBesideIt() {
    var id = waitingForOtp();
    says(asked -> NOT_SENT);
    payments.cancel(id);
    quiet();
    passes(Duration.ofMinutes(90));
    assertThat(openCases(id)).isEmpty();
    assertThat(payment(id).status()).isEqualTo(PaymentStatus.BEING_CHECKED);
    assertThat(asked(Operation.VOID)).isLessThanOrEqualTo(7);
    passes(Duration.ofMinutes(45));
    assertThat(openCases(id)).singleElement().extracting("kind").isEqualTo("hold-not-released");
    assertThat(asked(Operation.VOID)).isLessThanOrEqualTo(8);

    says(asked -> well(asked.operation()));
    passes(Duration.ofMinutes(70));
    endedCancelled(id);
    assertThat(asked(Operation.VOID)).isEqualTo(1);
  }

  @Test
  void captureThatNeverLeavesIsTriedFurtherAndFurtherApartUntilTheWindowEnds() {
    says(asked -> asked.operation() == Operation.CAPTURE ? NOT_SENT : well(asked.operation()));
    var id = entersOtp();
    quiet();
    passes(Duration.ofMinutes(40));
    assertThat(payment(id).status()).isEqualTo(PaymentStatus.EXPIRED);
    assertThat(asked(Operation.CAPTURE)).isBetween(4L, 7L);
    assertThat(asked(Operation.VOID)).isEqualTo(1);
  }

  /** Two persons decide that no money moved, but the authorisation's hold still stands. */
  @Test
  void paymentThatTwoPersonsCallUnpaidReleasesItsHold() {
    says(asked -> asked.operation() == Operation.CAPTURE ? SILENCE : well(asked.operation()));
    var id = entersOtp();
    reaches(id, PaymentStatus.BEING_CHECKED);
    quiet();
    says(asked -> well(asked.operation()));
    decide("unknown-outcome", attempt(id), "NO_MONEY_MOVED");
    passes(Duration.ofSeconds(20));
    reaches(id, PaymentStatus.DECLINED);
    assertThat(asked(Operation.VOID)).isEqualTo(1);
    assertThat(asked(Operation.CAPTURE)).isZero();
    assertThat(dossierStatus()).isEqualTo(Dossier.Status.UNPAID);
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTHORISE", "OTP", "RESEND", "VOID"})
  void possibleHoldIsReleasedWhateverWasUnknown(Operation inDoubt) {
    says(inDoubt, SILENCE);
    var id = waitingForCard();
    entersCard(id);
    if (inDoubt != Operation.AUTHORISE) {
      reaches(id, PaymentStatus.WAITING_FOR_OTP);
      passes(Duration.ofMinutes(2));
      switch (inDoubt) {
        case OTP -> payments.enterOtp(id, "sealed");
        case RESEND -> payments.resendOtp(id);
        default -> payments.cancel(id);
      }
    }
    reaches(id, PaymentStatus.BEING_CHECKED);
    quiet();
    says(asked -> well(asked.operation()));
    decide("unknown-outcome", attempt(id), "NO_MONEY_MOVED");
    passes(Duration.ofMinutes(1));
    assertThat(payment(id).status().isFinished()).isTrue();
    assertThat(payment(id).status().wasPaid()).isFalse();
    assertThat(asked(Operation.VOID)).isEqualTo(1);
  }

  private PaymentId cancelled(BankAnswer release, TransactionState found) {
    var id = waitingForOtp();
    says(
        asked ->
            switch (asked.operation()) {
              case VOID -> release;
              case INQUIRY -> AnsweringBank.approved(found);
              default -> well(asked.operation());
            });
    payments.cancel(id);
    return id;
  }

  private void endedCancelled(PaymentId id) {
    assertThat(payment(id).status()).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(dossierStatus()).isEqualTo(Dossier.Status.UNPAID);
    assertThat(openCases(id)).isEmpty();
  }

  private static BankAnswer refused(TransactionState state) {
    return AnsweringBank.declined("wrong-state", state);
  }
}
