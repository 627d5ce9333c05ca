package vn.dvc.pay.bank.inbox;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvc.pay.bank.notices.BankMessages;
import vn.dvc.pay.testing.Fuzz;
import vn.dvc.pay.values.Problem;

@Tag("fast")
class DamagedMessagesTest {
  private static final String COLLECTION =
      """
      {"reference":"FT261124-1","amount":120000,"currency":"VND","account":"118000012345",
       "text":"NOP LE PHI DVC7K2M","collectedAt":"2026-11-24T09:00:00+07:00"}""";
  private static final String NOTICE =
      """
      {"reference":"N-1","event":"TRANSACTION_CHANGED","subject":"0d9f2b6e","at":"2026-11-24T02:00:00Z"}""";

  @ParameterizedTest
  @EnumSource
  void messageIsReadOrRefused(BankMessages.Kind kind) {
    Fuzz.damage(
        "messages",
        Fuzz.texts(COLLECTION, NOTICE),
        body -> MessageReader.read(kind, "970415", MessageReader.text(body)),
        Problem.class);
  }
}
