package vn.dvc.pay.bank;

import java.util.List;

/**
 * A bank that we call, as configured under {@code dvc.banks}.
 *
 * @param bin the bank identification number, the first six digits of its cards
 * @param url where its contract (bank-v1) is served
 * @param enableOnline where a card holder gets the card enabled for online payment
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

  /** Which date the bank's cards bear and its form asks for. */
  public enum DateKind {
    ISSUE,
    EXPIRY
  }

  /** Whether money moves by a capture of its own or already when the OTP is accepted. */
  public enum Capture {
    SEPARATE,
    WITH_OTP
  }

  public record Terms(String version, String text) {}

  public record EnableOnline(boolean counter, String hotline) {}

  /** Topic of the calls to this bank. */
  public String topic() {
    return "bank." + bin;
  }

  /** Topic of the inquiries, which have slots and a breaker of their own. */
  public String inquiryTopic() {
    return topic() + ".inquiry";
  }

  /** Topic of its end-of-day statements. */
  public String statementTopic() {
    return topic() + ".statement";
  }
}
