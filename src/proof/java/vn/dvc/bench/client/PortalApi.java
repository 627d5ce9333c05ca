package vn.dvc.bench.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.dvc.scenario.JsonClient;
import vn.dvc.scenario.Portal;
import vn.dvc.scenario.Seal;

/** The payment API as a portal calls it, each time another node. Any refusal is an exception. */
final class PortalApi {
  private static final long AMOUNT = 10_000;

  private final List<JsonClient> nodes;
  private final Map<String, JsonNode> banks = new HashMap<>();
  private final AtomicInteger dossiers = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();

  /**
   * @param addresses of the nodes, by commas
   */
  PortalApi(String addresses) {
    nodes =
        Arrays.stream(addresses.split(","))
            .map(address -> JsonClient.as("portal", "portal", address + "/api/v1"))
            .toList();
    for (var bank : taken(api().get("/banks")).path("banks")) {
      banks.put(bank.path("bin").asText(), bank);
    }
  }

  private JsonClient api() {
    return nodes.get(Math.floorMod(calls.getAndIncrement(), nodes.size()));
  }

  /**
   * A dossier, owed by somebody of their own as most are; an account's are all its owner's.
   *
   * @param number counts them, from 1
   */
  record Owed(int number, String code, Map<String, Object> payer) {}

  Owed putDossier(Job.Method method) {
    var number = dossiers.incrementAndGet();
    var owed =
        new Owed(number, "000.00.00.H47-261124-%06d".formatted(number), payer(method, number));
    var fee =
        Map.of(
            "code",
            "LP01",
            "name",
            "Lệ phí",
            "amount",
            AMOUNT,
            "beneficiary",
            Map.of("bank", "970415", "account", "113366660001", "name", "Sở Tư pháp"));
    taken(
        api()
            .put(
                "/dossiers/" + owed.code(),
                Map.of(
                    "procedure", "Cấp phiếu lý lịch tư pháp",
                    "authority", "Sở Tư pháp",
                    "payer", owed.payer(),
                    "dueDate", "2027-12-31",
                    "fees", List.of(fee))));
    return owed;
  }

  JsonNode start(Job.Method method, Owed owed) {
    var order =
        Map.of("payer", owed.payer(), "dossiers", List.of(owed.code()), "method", method.name());
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    return taken(api().send("POST", "/payments", order, key));
  }

  JsonNode look(String payment) {
    return taken(api().get("/payments/" + payment));
  }

  void enterCard(String payment, Seal.Card card, String challenge) {
    var bank = banks.get(card.bank());
    // The plain applications seal nothing.
    var sealed = bank == null ? "" : Seal.card(key(bank), card, payment, challenge);
    var terms = bank == null ? "" : bank.path("terms").path("version").asText();
    var entry = Map.of("bank", card.bank(), "sealedCard", sealed, "termsVersion", terms);
    taken(api().post("/payments/" + payment + "/card", entry));
  }

  void enterOtp(String payment, String bin, String otp, String challenge) {
    var bank = banks.get(bin);
    var sealed = bank == null ? "" : Seal.otp(key(bank), otp, payment, challenge);
    taken(api().post("/payments/" + payment + "/otp", Map.of("sealedOtp", sealed)));
  }

  private static Map<String, Object> payer(Job.Method method, int number) {
    return method == Job.Method.ACCOUNT
        ? Portal.AN_PHAT
        : Map.of(
            "kind", "INDIVIDUAL", "id", "049012%06d".formatted(number), "name", "Nguyễn Văn A");
  }

  private static String key(JsonNode bank) {
    return bank.path("keys").path("keys").path(0).toString();
  }

  static JsonNode taken(JsonClient.Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException("Refused, status " + answer.status() + ": " + answer.text());
    }
    return answer.text().isEmpty() ? JsonClient.MAPPER.createObjectNode() : answer.body();
  }
}
