package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.dvc.scenario.JsonClient.Answer;

/** The public-service portal, as a client of the portal API, and the payer behind it. */
public final class Portal {
  public static final Map<String, Object> NGUYEN_VAN_A =
      Map.of("kind", "INDIVIDUAL", "id", "049012345678", "name", "Nguyễn Văn A");
  public static final Map<String, Object> AN_PHAT =
      Map.of("kind", "ORGANISATION", "id", "0100109106", "name", "Công ty TNHH An Phát");
  private static final AtomicInteger SERIAL = new AtomicInteger();

  public final JsonClient api;

  public Portal(String appUrl) {
    this.api = JsonClient.as("portal", "portal", appUrl + "/api/v1");
  }

  /** A new unpaid dossier of one fee, owed by Nguyễn Văn A. */
  public String dossierOwing(long amount) {
    return dossierOwedBy(NGUYEN_VAN_A, amount);
  }

  /** A new unpaid dossier of one fee. */
  public String dossierOwedBy(Map<String, Object> payer, long amount) {
    var code = "000.00.00.H47-261124-%04d".formatted(SERIAL.incrementAndGet());
    var answer = api.put("/dossiers/" + code, dossier(payer, amount));
    assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    return code;
  }

  public static Map<String, Object> dossier(Object amount) {
    return dossier(NGUYEN_VAN_A, amount);
  }

  private static Map<String, Object> dossier(Map<String, Object> payer, Object amount) {
    return Map.of(
        "procedure", "Cấp phiếu lý lịch tư pháp",
        "authority", "Sở Tư pháp",
        "payer", payer,
        "dueDate", "2027-12-31",
        "fees",
            List.of(
                Map.of(
                    "code",
                    "LP01",
                    "name",
                    "Lệ phí cấp phiếu",
                    "amount",
                    amount,
                    "beneficiary",
                    Map.of(
                        "bank", "970415",
                        "account", "113366660001",
                        "name", "Sở Tư pháp"))));
  }

  public String dossierStatusText(String code) {
    return api.get("/dossiers/" + code).body().path("statusText").asText();
  }

  /** Starts a payment by card and returns its id. */
  public String payByCard(String... dossiers) {
    var answer = tryToPayByCard(UUID.randomUUID().toString(), dossiers);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body().path("id").asText();
  }

  public Answer tryToPayByCard(String key, String... dossiers) {
    return tryToPay(NGUYEN_VAN_A, "CARD", key, dossiers);
  }

  public Answer tryToPayAsSomebodyElse(String dossier) {
    var somebody =
        Map.<String, Object>of("kind", "INDIVIDUAL", "id", "049099999999", "name", "Trần Thị B");
    return tryToPay(somebody, "CARD", UUID.randomUUID().toString(), dossier);
  }

  public Answer tryToPayByAccount(String... dossiers) {
    return tryToPay(AN_PHAT, "ACCOUNT", UUID.randomUUID().toString(), dossiers);
  }

  public Answer tryToPay(Map<String, Object> payer, String method, String key, String... dossiers) {
    return api.send(
        "POST",
        "/payments",
        Map.of("payer", payer, "dossiers", List.of(dossiers), "method", method),
        Map.of("Idempotency-Key", key));
  }

  public JsonNode payment(String id) {
    return api.get("/payments/" + id).body();
  }

  public Answer enterCard(String payment, Seal.Card card) {
    var bank = bank(card.bank());
    var challenge = payment(payment).path("challenge").asText();
    return api.post(
        "/payments/" + payment + "/card",
        Map.of(
            "bank", card.bank(),
            "sealedCard", Seal.card(sealingKey(bank), card, payment, challenge),
            "termsVersion", bank.path("terms").path("version").asText()));
  }

  public Answer enterOtp(String payment, String bank, String otp) {
    var challenge = payment(payment).path("challenge").asText();
    return api.post(
        "/payments/" + payment + "/otp",
        Map.of("sealedOtp", Seal.otp(sealingKey(bank(bank)), otp, payment, challenge)));
  }

  public JsonNode bank(String bin) {
    for (var bank : api.get("/banks").body().path("banks")) {
      if (bank.path("bin").asText().equals(bin)) {
        return bank;
      }
    }
    throw new AssertionError("No bank " + bin);
  }

  private static String sealingKey(JsonNode bank) {
    return bank.path("keys").path("keys").path(0).toString();
  }
}
