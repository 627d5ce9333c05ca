package vn.dvc.pay.clarification.finality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankCalls.UnknownCall;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.values.CallRef;

@Tag("fast")
class FinalityTest {
  private static final Instant SURELY_OVER = Instant.parse("2026-11-24T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "MANDATE, AUTHORISED",
    "MANDATE, VOIDED",
    "MANDATE, DECLINED",
    "END_MANDATE, VOIDED",
    "DEBIT, DEBITED",
    "DEBIT, REVERSED",
    "DEBIT, DECLINED",
    "DEBIT, TOMBSTONED",
    "REVERSAL, REVERSED",
    "CAPTURE, CAPTURED"
  })
  void unchangeableFindingIsFinalAtOnce(Operation operation, TransactionState found) {
    assertThat(isFinal(operation, found, "bank-declined", -60)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "MANDATE, NOT_FOUND,",
    "END_MANDATE, AUTHORISED,",
    "DEBIT, NOT_FOUND,",
    "REVERSAL, NOT_FOUND,",
    "CAPTURE, AUTHORISED,",
    "MANDATE, DECLINED, request-expired",
    "DEBIT, DECLINED, request-expired",
    "REVERSAL, DECLINED, request-expired"
  })
  void findingThatNothingHappenedIsFinalOnceTheBankMayNoLongerAct(
      Operation operation, TransactionState found, String reason) {
    assertThat(isFinal(operation, found, reason, -60)).isFalse();
    assertThat(isFinal(operation, found, reason, 0)).isFalse();
    assertThat(isFinal(operation, found, reason, 1)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "MANDATE, DEBITED",
    "END_MANDATE, NOT_FOUND",
    "DEBIT, AUTHORISED",
    "DEBIT, VOIDED",
    "REVERSAL, DEBITED"
  })
  void aContradictionIsNeverFinal(Operation operation, TransactionState found) {
    assertThat(isFinal(operation, found, null, 100_000)).isFalse();
  }

  private static boolean isFinal(
      Operation operation, TransactionState state, String reason, int secondsAfter) {
    return Finality.isFinal(
        new UnknownCall(CallRef.fresh(), operation, SURELY_OVER),
        new Approved(state, "B1", null, null, null, reason),
        SURELY_OVER.plusSeconds(secondsAfter));
  }
}
