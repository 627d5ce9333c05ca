package vn.dvc.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.dvc.sandbox.BankClient.Answer;

/** Speaks the account part of bank-v1, written from the contract alone. */
class AccountClient {

  static final String AN_PHAT = "CONG TY TNHH AN PHAT";
  static final String TAX_CODE = "0100109106";

  private final BankClient bank;

  AccountClient(BankClient bank) {
    this.bank = bank;
  }

  /** The fields common to all calls that move no money. */
  static Map<String, Object> plain(UUID attempt) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("attemptRef", attempt.toString());
    body.put("callRef", UUID.randomUUID().toString());
    body.put("validUntil", Instant.now().plusSeconds(60).toString());
    return body;
  }

  static Map<String, Object> money(UUID attempt, long amount) {
    Map<String, Object> body = plain(attempt);
    body.put("amount", amount);
    body.put("currency", "VND");
    return body;
  }

  Answer enquire(String account) {
    Map<String, Object> body = plain(UUID.randomUUID());
    body.put("account", account);
    return bank.post("/accounts/enquiry", body);
  }

  Map<String, Object> mandate(UUID attempt, String account, String holder, String identity) {
    Map<String, Object> body = plain(attempt);
    body.put("registration", "R" + "0A".repeat(16));
    body.put("account", account);
    body.put("holder", holder);
    body.put("identityNumber", identity);
    body.put("formSha256", "ab".repeat(32));
    return body;
  }

  Answer mandate(UUID attempt, String account) {
    return bank.post("/mandates", mandate(attempt, account, AN_PHAT, TAX_CODE));
  }

  /** A mandate in force, by the bank's reference. */
  String mandateFor(String account) {
    return mandate(UUID.randomUUID(), account).json().path("bankRef").asText();
  }

  Answer endMandate(UUID attempt, String mandate) {
    Map<String, Object> body = plain(attempt);
    body.put("mandate", mandate);
    try {
      return bank.exchange(
          bank
          .new Signed(
              "DELETE",
              "/mandates/" + mandate,
              RunningSandbox.JSON.writeValueAsBytes(body),
              body.get("callRef").toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, Object> debit(UUID attempt, String mandate, String account, long amount) {
    Map<String, Object> body = money(attempt, amount);
    body.put("payment", "P" + attempt.toString().substring(0, 8));
    body.put("mandate", mandate);
    body.put("account", account);
    body.put(
        "lines",
        List.of(
            Map.of(
                "dossier",
                "000.00.00.H47-261124-0001",
                "fee",
                "LP01",
                "amount",
                amount,
                "beneficiary",
                Map.of(
                    "bank", "970415",
                    "account", "118000023456",
                    "name", "Sở Tư pháp"))));
    return body;
  }

  Answer debit(Map<String, Object> body) {
    return bank.post("/debits", body);
  }

  Answer debit(UUID attempt, String account, long amount) {
    return debit(debit(attempt, mandateFor(account), account, amount));
  }

  Answer reverse(UUID attempt, UUID original, long amount) {
    return reverse(attempt, Map.of("attemptRef", original.toString()), amount);
  }

  Answer reverseCollection(UUID attempt, String reference, long amount) {
    return reverse(attempt, Map.of("collection", reference), amount);
  }

  Answer reverse(UUID attempt, Map<String, Object> original, long amount) {
    Map<String, Object> body = money(attempt, amount);
    body.put("original", original);
    body.put("reason", "Thu thừa");
    return bank.post("/reversals", body);
  }

  Answer inquire(UUID attempt) {
    return bank.exchange(
        bank
        .new Signed("GET", "/transactions/" + attempt, new byte[0], UUID.randomUUID().toString()));
  }

  Answer post(String path, Map<String, Object> body) {
    return bank.post(path, body);
  }
}
