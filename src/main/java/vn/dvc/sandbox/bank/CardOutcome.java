package vn.dvc.sandbox.bank;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a payment with a demo card does: it succeeds, is declined immediately or at capture, or the
 * bank misbehaves once while the money moves.
 */
public enum CardOutcome {
  SUCCESS("success", "Thanh toán thành công"),
  INSUFFICIENT_FUNDS("insufficient-funds", "Số dư không đủ"),
  CARD_NOT_ENABLED_ONLINE("card-not-enabled-online", "Thẻ chưa đăng ký thanh toán trực tuyến"),
  CARD_LOCKED("card-locked", "Thẻ bị khóa"),
  CARD_EXPIRED("card-expired", "Thẻ hết hạn"),
  LIMIT_EXCEEDED("limit-exceeded", "Vượt hạn mức"),
  BANK_DECLINED("bank-declined", "Ngân hàng từ chối, không nêu lý do"),
  CAPTURE_DECLINED("capture-declined", "OTP đúng nhưng ngân hàng từ chối khi trích tiền"),
  NO_ANSWER("no-answer", "Khi trích tiền: "),
  ANSWER_LOST("answer-lost", "Khi trích tiền: "),
  ERROR_BEFORE("5xx-before", "Khi trích tiền: "),
  ERROR_AFTER("5xx-after", "Khi trích tiền: "),
  MALFORMED("malformed", "Khi trích tiền: "),
  BAD_SIGNATURE("bad-signature", "Khi trích tiền: "),
  SLOW("slow", "Khi trích tiền: ");

  private final String word;
  private final String says;

  CardOutcome(String word, String says) {
    this.word = word;
    this.says = says;
  }

  public static CardOutcome of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown card outcome: " + word));
  }

  public String says() {
    return says + fault().map(Fault::says).orElse("");
  }

  /** The reason with which the bank declines the authorisation. */
  public Optional<DeclinedBecause> decline() {
    return Arrays.stream(DeclinedBecause.values())
        .filter(each -> each.word().equals(word))
        .findFirst();
  }

  /** What goes wrong, once, when the money is to move. */
  public Optional<Fault> fault() {
    return Fault.of(word);
  }
}
