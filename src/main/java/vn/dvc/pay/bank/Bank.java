package vn.dvc.pay.bank;

import java.util.List;
import vn.dvc.pay.values.BankCode;

/**
 * A bank that we call, as configured under {@code dvc.banks}.
 *
 * @param bin its {@link BankCode}, with which its cards usually begin
 * @param url the base address of its contract (bank-v1)
 * @param enableOnline how card holders get their card enabled for online payment
 */
public record Bank(
    String bin,
    String name,
    String url,
    List<Integer> cardLengths,
    DateKind dateKind,
    Capture capture,
    Terms terms,
    EnableOnline enableOnline,
    int slots,
    int inquirySlots) {

  /** Which date is printed on the bank's cards and asked for in its form. */
  public enum DateKind {
    ISSUE,
    EXPIRY
  }

  /** Whether money moves with a separate capture or as soon as the OTP is accepted. */
  public enum Capture {
    SEPARATE,
    WITH_OTP
  }

  public record Terms(String version, String text) {}

  public record EnableOnline(boolean counter, String hotline) {}

  /** Topic of calls to this bank. */
  public String topic() {
    return "bank." + bin;
  }

  /** Topic of inquiries, which have their own slots and circuit breaker. */
  public String inquiryTopic() {
    return topic() + ".inquiry";
  }

  /** Topic of end-of-day statements. */
  public String statementTopic() {
    return topic() + ".statement";
  }
}
