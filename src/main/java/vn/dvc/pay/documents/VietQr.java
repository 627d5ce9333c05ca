package vn.dvc.pay.documents;

import java.nio.charset.StandardCharsets;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;

/**
 * The text of a VietQR (NAPAS profile of the EMVCo merchant-presented QR): a dynamic code with
 * which any Vietnamese banking app transfers this amount to this account with this purpose.
 */
public record VietQr(AccountNumber account, Money amount, String purpose) {
  private static final int MAX_PURPOSE_LENGTH = 25;

  public VietQr {
    if (purpose.isEmpty()
        || purpose.length() > MAX_PURPOSE_LENGTH
        || !purpose.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException("The purpose must have 1 to 25 ASCII characters");
    }
  }

  /** The payload to draw, ending in its checksum. */
  public String text() {
    var where = field("00", account.bank()) + field("01", account.number());
    var transfer = field("00", "A000000727") + field("01", where) + field("02", "QRIBFTTA");
    var open =
        field("00", "01")
            + field("01", "12")
            + field("38", transfer)
            + field("53", "704")
            + field("54", Long.toString(amount.dong()))
            + field("58", "VN")
            + field("62", field("08", purpose))
            + "6304";
    return open + "%04X".formatted(checksum(open));
  }

  private static String field(String tag, String value) {
    return tag + "%02d".formatted(value.length()) + value;
  }

  /** CRC-16/CCITT-FALSE. */
  private static int checksum(String text) {
    var crc = 0xFFFF;
    for (var octet : text.getBytes(StandardCharsets.US_ASCII)) {
      crc ^= (octet & 0xFF) << 8;
      for (var bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
      }
    }
    return crc & 0xFFFF;
  }
}
