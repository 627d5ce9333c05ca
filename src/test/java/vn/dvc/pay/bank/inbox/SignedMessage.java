package vn.dvc.pay.bank.inbox;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import vn.dvc.pay.bank.SignedAnswers;
import vn.dvc.pay.bank.notices.BankMessages;

/**
 * A message sent on a bank's initiative, signed according to the contract, independently of the
 * code under test.
 */
public record SignedMessage(
    String bank, String path, String body, String call, String time, String nonce, ECKey key) {
  public static final String COLLECTIONS = "/bank/v1/collections";
  public static final String NOTICES = "/bank/v1/notices";

  public static SignedMessage of(String bank, String path, String body, ECKey key) {
    return new SignedMessage(
        bank,
        path,
        body,
        UUID.randomUUID().toString(),
        Instant.now().toString(),
        UUID.randomUUID().toString(),
        key);
  }

  public static String collection(String reference, String amount) {
    return collection(reference, amount, "NOP PHI DVC ABC123");
  }

  public static String collection(String reference, String amount, String text) {
    return """
        {"reference":"%s","account":"113000000001","amount":%s,"currency":"VND","text":"%s",
         "collectedAt":"2026-11-24T08:00:00Z"}"""
        .formatted(reference, amount, text);
  }

  public static String notice(String reference, String subject) {
    return """
        {"reference":"%s","subject":"%s","event":"TRANSACTION_CHANGED","at":"2026-11-24T08:00:00Z"}"""
        .formatted(reference, subject);
  }

  public SignedMessage at(Instant other) {
    return new SignedMessage(bank, path, body, call, other.toString(), nonce, key);
  }

  SignedMessage underNonce(String other) {
    return new SignedMessage(bank, path, body, call, time, other, key);
  }

  public SignedMessage signedBy(ECKey other) {
    return new SignedMessage(bank, path, body, call, time, nonce, other);
  }

  public SignedMessage from(String other) {
    return new SignedMessage(other, path, body, call, time, nonce, key);
  }

  BankMessages.Signed signed() {
    return sent(body);
  }

  /** With this body instead of the signed one. */
  BankMessages.Signed sent(String other) {
    return new BankMessages.Signed(
        bank, path, other.getBytes(StandardCharsets.UTF_8), call, time, nonce, signature());
  }

  public Map<String, String> headers() {
    return Map.of(
        "Dvc-Bank", bank,
        "Dvc-Call", call,
        "Dvc-Time", time,
        "Dvc-Nonce", nonce,
        "Dvc-Signature", signature());
  }

  private String signature() {
    var lines =
        String.join("\n", "request", "POST", path, SignedAnswers.digest(body), call, time, nonce);
    return SignedAnswers.sign(key, key.getKeyID(), lines);
  }
}
