package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvc.pay.bank.Bank;

@Tag("fast")
class CardDoubtTest {
  private static final FakeBanks BANKS = new FakeBanks();

  @ParameterizedTest
  @CsvSource({
    "970415,9704150000000011,07/15,",
    "970415,9704150000000000014,07/15,",
    "970415,9704150000000011,11/26,",
    "970415,9704150000000012,07/15,NUMBER_CHECK",
    "970415,9704150000000101,07/15,NUMBER_CHECK",
    "970415,9704360000000016,07/15,NUMBER_BANK",
    "970415,9704150000000011,12/26,DATE_FUTURE",
    "970431,9704310000000011,11/26,",
    "970431,9704310000000011,12/28,",
    "970431,9704310000000011,10/26,DATE_EXPIRED"
  })
  void likelySlipsAreFound(String bin, String number, String date, CardDoubt expected) {
    Bank bank = BANKS.require(bin);
    var doubts = CardDoubt.about(number.toCharArray(), date, bank, YearMonth.of(2026, 11));

    assertThat(doubts)
        .isEqualTo(expected == null ? java.util.Set.of() : java.util.Set.of(expected));
  }
}
