package vn.dvc.pay.bank.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankAnswer.Card;
import vn.dvc.pay.bank.BankAnswer.Declined;
import vn.dvc.pay.bank.BankAnswer.NotSent;
import vn.dvc.pay.bank.BankAnswer.OtpSent;
import vn.dvc.pay.bank.BankAnswer.Owner;
import vn.dvc.pay.bank.BankAnswer.Unknown;
import vn.dvc.pay.bank.TransactionState;

/** Every answer can be read back from its column unchanged. */
@Tag("fast")
class AnswerColumnTest {

  @ParameterizedTest
  @MethodSource("answers")
  void answerIsReadAsItWasWritten(BankAnswer answer, String stored) {
    assertThat(AnswerColumn.write(answer)).isEqualTo(stored);
    assertThat(AnswerColumn.read(stored)).isEqualTo(answer);
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of(
            new Approved(
                TransactionState.PENDING_OTP,
                "FT1",
                new Card("4321", "tok-1"),
                new OtpSent("******678", Duration.ofMinutes(3), 2),
                new Owner("NGUYEN VAN A", "049012345678"),
                "noted"),
            "{\"verdict\":\"APPROVED\",\"state\":\"PENDING_OTP\",\"reason\":\"noted\","
                + "\"bankRef\":\"FT1\",\"last4\":\"4321\",\"cardToken\":\"tok-1\","
                + "\"ownerName\":\"NGUYEN VAN A\",\"ownerIdentity\":\"049012345678\","
                + "\"otpSentTo\":\"******678\",\"otpValidSeconds\":180,\"otpTriesLeft\":2}"),
        Arguments.of(
            new Approved(TransactionState.CAPTURED, null, new Card("4321", null), null, null, null),
            "{\"verdict\":\"APPROVED\",\"state\":\"CAPTURED\",\"last4\":\"4321\"}"),
        Arguments.of(
            new Approved(
                TransactionState.CAPTURED, null, new Card(null, "tok-1"), null, null, null),
            "{\"verdict\":\"APPROVED\",\"state\":\"CAPTURED\",\"cardToken\":\"tok-1\"}"),
        Arguments.of(
            new Declined("otp-wrong", TransactionState.PENDING_OTP, Optional.of(0)),
            "{\"verdict\":\"DECLINED\",\"state\":\"PENDING_OTP\",\"reason\":\"otp-wrong\","
                + "\"otpTriesLeft\":0}"),
        Arguments.of(
            new Declined("a-reason-of-its-own", TransactionState.DECLINED, Optional.empty()),
            "{\"verdict\":\"DECLINED\",\"state\":\"DECLINED\",\"reason\":\"a-reason-of-its-own\"}"),
        Arguments.of(
            new Declined(null, TransactionState.DECLINED, Optional.empty()),
            "{\"verdict\":\"DECLINED\",\"state\":\"DECLINED\"}"),
        Arguments.of(
            new NotSent("breaker-open"), "{\"verdict\":\"NOT_SENT\",\"reason\":\"breaker-open\"}"),
        Arguments.of(
            new NotSent(null, TransactionState.NOT_FOUND),
            "{\"verdict\":\"NOT_SENT\",\"state\":\"NOT_FOUND\"}"),
        Arguments.of(
            new Unknown("read-timeout"), "{\"verdict\":\"UNKNOWN\",\"reason\":\"read-timeout\"}"));
  }

  @ParameterizedTest
  @EnumSource
  void eachStateOfTheBankIsReadAsItWasWritten(TransactionState state) {
    var found = new Approved(state, null, null, null, null, null);
    assertThat(AnswerColumn.read(AnswerColumn.write(found))).isEqualTo(found);
  }
}
