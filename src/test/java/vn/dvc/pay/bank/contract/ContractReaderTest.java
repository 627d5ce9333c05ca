package vn.dvc.pay.bank.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Money;

/** An answer belongs to our request by the value of its references, not by their spelling. */
@Tag("fast")
class ContractReaderTest {
  private static final BankRequest REQUEST =
      new BankRequest(
          null,
          Operation.INQUIRY,
          AttemptRef.fresh(),
          CallRef.fresh(),
          Instant.now(),
          Money.dong(100),
          null,
          Map.of());

  @ParameterizedTest
  @ValueSource(strings = {"as-is", "upper", "compact", "compact-upper"})
  void referencesMatchHoweverTheBankSpellsThem(String way) throws BankFailure {
    var attempt = spelled(REQUEST.attempt().toString(), way);
    var call = spelled(REQUEST.call().toString(), way);
    assertThat(read(attempt).transaction(REQUEST).verdict()).isEqualTo("APPROVED");
    var debit =
        new BankRequest(
            null,
            Operation.DEBIT,
            REQUEST.attempt(),
            REQUEST.call(),
            REQUEST.validUntil(),
            REQUEST.amount(),
            null,
            Map.of());
    assertThat(
            reader(
                    """
                    {"result":"APPROVED","state":"DEBITED","attemptRef":"%s","callRef":"%s",
                     "amount":100,"currency":"VND"}"""
                        .formatted(attempt, call))
                .result(debit)
                .verdict())
        .isEqualTo("APPROVED");
  }

  @Test
  void answerToAnotherAttemptIsNotBelieved() {
    var other = AttemptRef.fresh().toString();
    assertThatThrownBy(() -> read(other).transaction(REQUEST))
        .hasMessageContaining("other-attempt");
    var cut = REQUEST.attempt().cut();
    assertThatThrownBy(() -> read(cut).transaction(REQUEST)).hasMessageContaining("other-attempt");
  }

  private static ContractReader read(String attempt) throws BankFailure {
    return reader(
        "{\"state\":\"DEBITED\",\"attemptRef\":\"%s\",\"amount\":100,\"currency\":\"VND\"}"
            .formatted(attempt));
  }

  private static ContractReader reader(String body) throws BankFailure {
    return ContractReader.of(body.getBytes(StandardCharsets.UTF_8));
  }

  private static String spelled(String reference, String way) {
    var text = way.startsWith("compact") ? reference.replace("-", "") : reference;
    return way.endsWith("upper") ? text.toUpperCase(Locale.ROOT) : text;
  }
}
