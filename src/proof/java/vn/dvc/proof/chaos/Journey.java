package vn.dvc.proof.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import vn.dvc.proof.chaos.LoadCaller.Heard;
import vn.dvc.scenario.Portal;

/**
 * One payer's journey from dossiers to the end of a payment, in steps that never wait long. A
 * request whose outcome is unknown is repeated with the same key at another node.
 */
abstract class Journey {
  static final Set<String> ENDS =
      Set.of("paid", "declined", "cancelled", "expired", "partly_reversed", "reversed");
  private static final Duration SOON = Duration.ofMillis(100);
  private static final long PATIENCE_NANOS = Duration.ofSeconds(75).toNanos();

  final Plan plan;
  final LoadContext context;
  String payment;
  private final List<String> codes = new ArrayList<>();
  private final String key;
  private int dossiersPut;
  private final AtomicInteger calls = new AtomicInteger();
  private Duration pause = SOON;
  private String lastStatus = "";
  private long since = System.nanoTime();

  Journey(Plan plan, LoadContext context) {
    this.plan = plan;
    this.context = context;
    this.key = "chaos-" + plan.number();
    for (int i = 0; i < plan.dossiers(); i++) {
      codes.add("000.00.00.H47-261124-%06d".formatted(context.nextDossier()));
    }
  }

  static Journey of(Plan plan, LoadContext context) {
    return switch (plan.method()) {
      case CARD -> new CardJourney(plan, context);
      case ACCOUNT -> new AccountJourney(plan, context);
      case COUNTER -> new CounterJourney(plan, context);
    };
  }

  /** Advances a little and returns the pause it wants before the next step; null at the end. */
  final Duration step() {
    if (System.nanoTime() - since > PATIENCE_NANOS) {
      return null;
    }
    if (dossiersPut < codes.size()) {
      return putDossier();
    }
    if (payment == null) {
      return start();
    }
    var seen = look();
    if (!seen.ok()) {
      return later();
    }
    var body = seen.body();
    var status = body.path("status").asText();
    if (!status.equals(lastStatus)) {
      lastStatus = status;
      since = System.nanoTime();
      pause = SOON;
    }
    return ENDS.contains(status) ? ended(status) : goOn(status, body);
  }

  abstract Map<String, Object> payer();

  /** The payer acts now, or waits for somebody else. */
  abstract Duration goOn(String status, JsonNode payment);

  /** Null unless the payer has something left to do. */
  Duration ended(String status) {
    return null;
  }

  /** Returns a pause that grows as long as nothing changes. */
  Duration later() {
    pause = pause.compareTo(Duration.ofMillis(1_500)) > 0 ? pause : pause.multipliedBy(2);
    return pause;
  }

  /** Presses a button of the payment and records what came of it. */
  Heard press(String operation, String path, Object body) {
    var heard = new Heard[1];
    var again =
        plan.twice() ? CompletableFuture.supplyAsync(() -> once(operation, path, body)) : null;
    heard[0] = once(operation, path, body);
    if (again != null) {
      again.join();
    }
    return heard[0];
  }

  private Heard once(String operation, String path, Object body) {
    var node = context.nodeFor(plan.number(), calls.getAndIncrement());
    context.said(plan, node, operation, "invoke", null, payment, null, null);
    var heard = context.api(node).post("/payments/" + payment + path, body);
    context.said(plan, node, operation, heard.type(), null, payment, statusIn(heard), null);
    return heard;
  }

  Heard look() {
    var node = context.nodeFor(plan.number(), calls.getAndIncrement());
    var heard = context.api(node).get("/payments/" + payment);
    if (heard.ok()) {
      var code = heard.body().path("instruction").path("code").asText(null);
      context.said(plan, node, "look", "ok", null, payment, statusIn(heard), code);
    }
    return heard;
  }

  private Duration putDossier() {
    var node = context.nodeFor(plan.number(), calls.getAndIncrement());
    var heard =
        context
            .api(node)
            .send(
                "PUT",
                "/dossiers/" + codes.get(dossiersPut),
                dossier(payer(), plan.amount()),
                Map.of());
    if (heard.ok()) {
      dossiersPut++;
      return Duration.ZERO;
    }
    return later();
  }

  private Duration start() {
    var order = new HashMap<String, Object>();
    order.put("payer", payer());
    order.put("dossiers", codes);
    order.put("method", plan.method().name());
    // A double click repeats the same key; another tab has a key of its own.
    var click = plan.twice() ? context.meanwhile(() -> startOnce(order, key)) : null;
    var tab = plan.twice() ? context.meanwhile(() -> startOnce(order, key + "-tab")) : null;
    for (var heard : Stream.of(startOnce(order, key), result(click), result(tab)).toList()) {
      if (heard.ok()) {
        payment = heard.body().path("id").asText();
      } else if (payment == null && heard.body().has("payment")) {
        payment = heard.body().path("payment").asText(); // the dossier is in this one already
      }
    }
    return payment == null ? later() : SOON;
  }

  private static Heard result(CompletableFuture<Heard> work) {
    return work == null ? new Heard(0, "") : work.join();
  }

  private Heard startOnce(Object order, String key) {
    var node = context.nodeFor(plan.number(), calls.getAndIncrement());
    context.said(plan, node, "start", "invoke", key, null, null, null);
    var heard = context.api(node).send("POST", "/payments", order, Map.of("Idempotency-Key", key));
    context.said(
        plan,
        node,
        "start",
        heard.type(),
        key,
        heard.ok() ? heard.body().path("id").asText() : null,
        statusIn(heard),
        null);
    return heard;
  }

  private static String statusIn(Heard heard) {
    return heard.ok() ? heard.body().path("status").asText(null) : null;
  }

  private static Map<String, Object> dossier(Map<String, Object> payer, long amount) {
    var beneficiary = Map.of("bank", "970415", "account", "113366660001", "name", "Sở Tư pháp");
    var fee =
        Map.of("code", "LP01", "name", "Lệ phí", "amount", amount, "beneficiary", beneficiary);
    return Map.of(
        "procedure", "Cấp phiếu lý lịch tư pháp",
        "authority", "Sở Tư pháp",
        "payer", payer,
        "dueDate", "2027-12-31",
        "fees", List.of(fee));
  }

  static Map<String, Object> individual() {
    return Portal.NGUYEN_VAN_A;
  }
}
