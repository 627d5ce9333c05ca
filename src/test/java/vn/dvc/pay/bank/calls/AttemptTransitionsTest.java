package vn.dvc.pay.bank.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Operation;

@Tag("fast")
class AttemptTransitionsTest {

  /**
   * Written independently of the table under test, so that only a mistake made twice goes
   * unnoticed.
   */
  private static final Map<String, String> LEGAL =
      Map.of(
          "CREATED", "PENDING_OTP AUTHORISED DEBITED DECLINED NOT_EXECUTED REVERSED UNKNOWN",
          "PENDING_OTP", "AUTHORISED DEBITED DECLINED VOIDED UNKNOWN",
          "AUTHORISED", "DEBITED DECLINED VOIDED UNKNOWN",
          "DEBITED", "REVERSED",
          "DECLINED", "",
          "VOIDED", "",
          "NOT_EXECUTED", "AUTHORISED DEBITED DECLINED REVERSED UNKNOWN",
          "REVERSED", "",
          "UNKNOWN", "PENDING_OTP AUTHORISED DEBITED DECLINED VOIDED NOT_EXECUTED REVERSED");

  @ParameterizedTest
  @MethodSource("allPairs")
  void onlyTheListedChangesAreLegal(Attempt.State from, Attempt.State to) {
    var legal = Arrays.asList(LEGAL.get(from.name()).split(" ")).contains(to.name());

    assertThat(AttemptTransitions.isLegal(from, to)).isEqualTo(legal);
  }

  @ParameterizedTest
  @MethodSource("allQuestions")
  void whileTheOutcomeIsUnknownOnlyInquiriesAreLegal(Operation operation) {
    assertThat(operation.mayBeAskedIn(Attempt.State.UNKNOWN)).isEqualTo(operation.clarifies());
  }

  static Stream<Arguments> allPairs() {
    return Stream.of(Attempt.State.values())
        .flatMap(from -> Stream.of(Attempt.State.values()).map(to -> Arguments.of(from, to)));
  }

  static Stream<Operation> allQuestions() {
    return Stream.of(Operation.values());
  }
}
