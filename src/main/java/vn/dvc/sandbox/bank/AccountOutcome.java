package vn.dvc.sandbox.bank;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a demo account does: the bank does not know it as its owner describes it, refuses its
 * mandate or its debits, or misbehaves once per debit.
 */
public enum AccountOutcome {
  SUCCESS("success", "Thành công"),
  NAME_DIFFERS("name-differs", "Tên chủ tài khoản khác với hồ sơ"),
  IDENTITY_DIFFERS("identity-differs", "Mã số thuế hoặc số định danh khác với hồ sơ"),
  CLOSED("account-closed", "Tài khoản đã đóng"),
  BLOCKED("account-blocked", "Tài khoản bị phong tỏa"),
  CLOSED_SINCE("closed-since", "Đăng ký được, khi trích nợ thì tài khoản đã đóng"),
  BLOCKED_SINCE("blocked-since", "Đăng ký được, khi trích nợ thì tài khoản bị phong tỏa"),
  MANDATE_SUSPENDED("mandate-suspended", "Đăng ký được, khi trích nợ thì ủy quyền bị tạm ngừng"),
  INSUFFICIENT_FUNDS("insufficient-funds", "Số dư không đủ"),
  LIMIT_EXCEEDED("limit-exceeded", "Khi trích nợ: vượt hạn mức"),
  BANK_DECLINED("bank-declined", "Khi trích nợ: ngân hàng từ chối, không nêu lý do"),
  REVERSAL_DECLINED("reversal-declined", "Trích nợ được, nhưng ngân hàng từ chối hoàn tiền"),
  NO_ANSWER("no-answer", "Khi trích nợ: "),
  ANSWER_LOST("answer-lost", "Khi trích nợ: "),
  ERROR_BEFORE("5xx-before", "Khi trích nợ: "),
  ERROR_AFTER("5xx-after", "Khi trích nợ: "),
  MALFORMED("malformed", "Khi trích nợ: "),
  BAD_SIGNATURE("bad-signature", "Khi trích nợ: "),
  SLOW("slow", "Khi trích nợ: ");

  private final String word;
  private final String says;

  AccountOutcome(String word, String says) {
    this.word = word;
    this.says = says;
  }

  public static AccountOutcome of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown account outcome: " + word));
  }

  public String says() {
    return says + fault().map(Fault::says).orElse("");
  }

  /** Why the bank reveals nothing about the account and accepts no mandate for it. */
  public Optional<DeclinedBecause> atEnquiry() {
    return switch (this) {
      case CLOSED -> Optional.of(DeclinedBecause.ACCOUNT_CLOSED);
      case BLOCKED -> Optional.of(DeclinedBecause.ACCOUNT_BLOCKED);
      default -> Optional.empty();
    };
  }

  /**
   * Why the account cannot be debited. Insufficient funds are not listed: the balance decides that.
   */
  public Optional<DeclinedBecause> atDebit() {
    return switch (this) {
      case CLOSED, CLOSED_SINCE -> Optional.of(DeclinedBecause.ACCOUNT_CLOSED);
      case BLOCKED, BLOCKED_SINCE -> Optional.of(DeclinedBecause.ACCOUNT_BLOCKED);
      case MANDATE_SUSPENDED -> Optional.of(DeclinedBecause.MANDATE_SUSPENDED);
      case LIMIT_EXCEEDED -> Optional.of(DeclinedBecause.LIMIT_EXCEEDED);
      case BANK_DECLINED -> Optional.of(DeclinedBecause.BANK_DECLINED);
      default -> Optional.empty();
    };
  }

  /** What goes wrong, once, when the account is debited. */
  public Optional<Fault> fault() {
    return Fault.of(word);
  }
}
