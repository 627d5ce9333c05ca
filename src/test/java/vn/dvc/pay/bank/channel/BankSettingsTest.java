package vn.dvc.pay.bank.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.settings.BankSettings;

@Tag("fast")
class BankSettingsTest {

  @Test
  void inquiriesHaveSlotsOfTheirOwn() {
    var settings = new BankSettings(List.of(bank()), waits("15s", "30s"));

    assertThat(new BankParties(settings).parties())
        .extracting("topic", "slots", "lock")
        .containsExactly(
            tuple("bank.970415", 16, Duration.ofSeconds(30)),
            tuple("bank.970415.inquiry", 4, Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @CsvSource({
    "97041, http://bank, 16, dvc.banks[0].bin",
    "970415, ftp://bank, 16, dvc.banks[0].url",
    "970415, http://bank/, 16, dvc.banks[0].url",
    "970415, http://bank?x=1, 16, dvc.banks[0].url",
    "970415, http://bank, 0, dvc.banks[0].slots"
  })
  void invalidSettingPreventsTheStartAndIsNamed(String bin, String url, int slots, String named) {
    assertThatThrownBy(() -> new BankSettings(List.of(bank(bin, url, slots)), waits("15s", "30s")))
        .hasMessageContaining(named);
  }

  @Test
  void aBankMayBeConfiguredOnlyOnce() {
    assertThatThrownBy(() -> new BankSettings(List.of(bank(), bank()), waits("15s", "30s")))
        .hasMessageContaining("dvc.banks[1].bin");
  }

  @Test
  void taskLockOutlastsABankCall() {
    assertThatThrownBy(() -> waits("26s", "30s")).hasMessageContaining("dvc.bank.lock");
  }

  static Bank bank() {
    return bank("970415", "http://bank/banks/970415", 16);
  }

  private static Bank bank(String bin, String url, int slots) {
    return new Bank(
        bin,
        "VietinBank",
        url,
        List.of(16, 19),
        Bank.DateKind.ISSUE,
        Bank.Capture.SEPARATE,
        new Bank.Terms("1", "Terms"),
        new Bank.EnableOnline(true, "1900"),
        slots,
        4);
  }

  private static BankSettings.Waits waits(String response, String lock) {
    return new BankSettings.Waits(
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.parse("PT" + response),
        Duration.ofSeconds(2),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        Duration.parse("PT" + lock));
  }
}
