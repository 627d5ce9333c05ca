package vn.dvc.bench.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** As much of our API, and of the sandbox's counter, as a payer needs. */
@RestController
class PlainController {
  private static final String ACCOUNT_BANK = "970415";
  private static final Map<String, String> MODELS =
      Map.of("CARD", "card-payment", "ACCOUNT", "account-payment", "COUNTER", "counter-payment");

  private final Map<String, String> instances = new ConcurrentHashMap<>();
  private final RuntimeService runtime;
  private final Progress progress;

  PlainController(RuntimeService runtime, Progress progress) {
    this.runtime = runtime;
    this.progress = progress;
  }

  @GetMapping("/api/v1/banks")
  Map<String, Object> banks() {
    return Map.of("banks", List.of());
  }

  @PutMapping("/api/v1/dossiers/{code}")
  void put(@PathVariable String code, @RequestBody Map<String, Object> dossier) {
    // There is no table for it.
  }

  @PostMapping("/api/v1/payments")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> start(@RequestBody Map<String, Object> order) {
    var method = (String) order.get("method");
    var id = "P" + UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    var variables = new HashMap<String, Object>(Map.of("paymentId", id));
    if (method.equals("ACCOUNT")) {
      variables.put("bank", ACCOUNT_BANK);
    }
    var instance = runtime.startProcessInstanceByKey(MODELS.get(method), id, variables);
    instances.put(id, instance.getId());
    return Map.of("id", id, "challenge", "", "amount", 1, "instruction", Map.of("code", id));
  }

  @GetMapping("/api/v1/payments/{id}")
  Map<String, Object> look(@PathVariable String id) {
    var since = progress.waitingForOtpSince(id);
    var history = new ArrayList<Map<String, Object>>();
    if (since != null) {
      history.add(Map.of("status", "waiting_for_otp", "at", since.toString()));
    }
    return Map.of(
        "status",
        since == null ? "processing" : "waiting_for_otp",
        "challenge",
        "",
        "history",
        history);
  }

  @PostMapping("/api/v1/payments/{id}/card")
  void card(@PathVariable String id, @RequestBody Map<String, Object> entry) {
    tell(id, "cardEntered", Map.of("bank", entry.get("bank")));
  }

  @PostMapping("/api/v1/payments/{id}/otp")
  void otp(@PathVariable String id, @RequestBody Map<String, Object> entry) {
    tell(id, "otpEntered", Map.of());
  }

  @PostMapping("/sandbox/cashier/collections")
  void collect(@RequestBody Map<String, Object> order) {
    tell((String) order.get("code"), "collectionNoticed", Map.of());
  }

  private void tell(String payment, String message, Map<String, Object> variables) {
    runtime
        .createMessageCorrelation(message)
        .processInstanceId(instances.get(payment))
        .setVariables(variables)
        .correlate();
  }
}
