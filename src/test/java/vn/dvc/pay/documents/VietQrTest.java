package vn.dvc.pay.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;

/** Compares our codes with published ones. */
@Tag("fast")
class VietQrTest {
  private static final String ORDER =
      "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62230819thanh toan don hang63045FAB";
  private static final String STATIC =
      "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F";
  private static final String VIETINBANK =
      "00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C";
  private static final String TO_CARD =
      "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTC530370454061800005802VN62230819thanh toan don hang630415C1";
  private static final String OURS =
      "00020101021238560010A0000007270126000697041501121133666688880208QRIBFTTA530370454061200005802VN62190815H47 240501 00016304DD4A";

  @Test
  void codesEqualThePublishedOnesByteForByte() {
    assertThat(text("970403", "0011012345678", 180_000, "thanh toan don hang")).isEqualTo(ORDER);
    assertThat(text("970415", "0011001932418", 120_000, "ung ho lu lut")).isEqualTo(VIETINBANK);
    assertThat(text("970415", "113366668888", 120_000, "H47 240501 0001")).isEqualTo(OURS);
  }

  @ParameterizedTest
  @ValueSource(strings = {ORDER, STATIC, VIETINBANK, TO_CARD, OURS})
  void theTestsOwnReaderReadsPublishedCodes(String published) {
    assertThat(VietQrReader.read(published).fields()).containsEntry("58", "VN");
  }

  @Test
  void theChecksumIsCcittFalse() {
    assertThat(VietQrReader.crc("123456789")).isEqualTo(0x29B1);
  }

  @Test
  void whatWasWrittenIsReadBack() {
    var read = VietQrReader.read(text("970415", "711A12345678", 9_999_999_999_999L, "DVC7K2M9QXT"));

    assertThat(read.bank()).isEqualTo("970415");
    assertThat(read.account()).isEqualTo("711A12345678");
    assertThat(read.amount()).isEqualTo("9999999999999");
    assertThat(read.purpose()).isEqualTo("DVC7K2M9QXT");
    assertThat(read.fields()).containsEntry("01", "12").containsEntry("38.02", "QRIBFTTA");
  }

  @Test
  void anAlteredCodeIsNotRead() {
    assertThatThrownBy(() -> VietQrReader.read(OURS.replace("120000", "120001")))
        .hasMessage("Wrong checksum");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nộp phí", "12345678901234567890123456"})
  void aPurposeThatBanksWouldChangeIsRefused(String purpose) {
    assertThatThrownBy(() -> text("970415", "113366668888", 1, purpose))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String text(String bank, String account, long amount, String purpose) {
    return new VietQr(new AccountNumber(bank, account), Money.dong(amount), purpose).text();
  }
}
