package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xml.sax.SAXException;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.HumanTasks;

/** What payers with hostile texts, and those who work for them, do again and again. */
class HostileScenario {
  static final String BANK = "970415";

  private final Scenario scenario;
  private final Portal portal;
  private final JsonClient sandbox;
  private final JdbcClient jdbc;
  private final Cases cases;
  private final HumanTasks tasks;
  private int serial;

  HostileScenario(
      Scenario scenario,
      Portal portal,
      JsonClient sandbox,
      JdbcClient jdbc,
      Cases cases,
      HumanTasks tasks) {
    this.scenario = scenario;
    this.portal = portal;
    this.sandbox = sandbox;
    this.jdbc = jdbc;
    this.cases = cases;
    this.tasks = tasks;
  }

  void decides(String id, String activity, String actor, String decision, String reason) {
    soon(() -> assertThat(tasks.openOf(id)).anyMatch(it -> it.activity().equals(activity)));
    tasks.complete(
        tasks.openOf(id).get(0).id(), actor, Map.of("decision", decision, "reason", reason));
  }

  /** One of each hostile dossier, by its code. */
  Map<HostileDossier, String> owedBy(HostilePayer payer) {
    var codes = new EnumMap<HostileDossier, String>(HostileDossier.class);
    for (var dossier : HostileDossier.values()) {
      var code = "000.00.00.H47-261124-6%03d".formatted(++serial);
      var answer = portal.api.put("/dossiers/" + code, dossier.owedBy(payer));
      assertThat(answer.status()).as(answer.text()).isIn(200, 201);
      codes.put(dossier, code);
    }
    return codes;
  }

  String started(HostilePayer payer, String method, Map<HostileDossier, String> dossiers) {
    var answer =
        portal.tryToPay(
            payer.inApi(),
            method,
            UUID.randomUUID().toString(),
            dossiers.values().toArray(String[]::new));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.body().path("id").asText();
  }

  String receiptOf(String payment, String dossier) {
    for (var receipt : portal.payment(payment).path("receipts")) {
      if (receipt.path("dossier").asText().equals(dossier)) {
        return receipt.path("number").asText();
      }
    }
    throw new AssertionError("No receipt of " + dossier);
  }

  void collected(String payment, long amount, String remark, String reference) {
    var code = portal.payment(payment).path("instruction").path("code").asText();
    var order = new HashMap<String, Object>(Map.of("code", code + " " + remark, "amount", amount));
    if (reference != null) {
      order.put("reference", reference);
    }
    var answer = sandbox.post("/cashier/collections", order);
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
  }

  long returned(String payment) {
    return jdbc.sql(
            "select coalesce(sum(amount), 0) from reversal where payment = ?"
                + " and finished_at is not null")
        .param(payment)
        .query(Long.class)
        .single();
  }

  /** The payment's open case. */
  Cases.Case caseOf(String payment) {
    soon(() -> assertThat(cases.ofPayment(payment)).anyMatch(it -> it.closed() == null));
    return cases.ofPayment(payment).stream()
        .filter(it -> it.closed() == null)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No open case of " + payment));
  }

  void complete(Cases.Case file, String actor, Map<String, Object> said) {
    tasks.complete(tasks.openOf(file.id()).get(0).id(), actor, said);
  }

  void registrationReaches(String id, String status) {
    soon(() -> assertThat(registration(id, "status")).isEqualTo(status));
  }

  String registration(String id, String field) {
    return portal.api.get("/registrations/" + id).body().path(field).asText();
  }

  static String textOf(byte[] xml) throws ParserConfigurationException, SAXException, IOException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml))
        .getDocumentElement()
        .getTextContent();
  }

  @SafeVarargs
  static String[] texts(Function<HostileDossier, String>... fields) {
    return List.of(HostileDossier.values()).stream()
        .flatMap(dossier -> List.of(fields).stream().map(field -> field.apply(dossier)))
        .toArray(String[]::new);
  }

  static String[] with(String[] texts, String more) {
    var all = Arrays.copyOf(texts, texts.length + 1);
    all[texts.length] = more;
    return all;
  }

  static void soon(ThrowingRunnable fact) {
    await().atMost(Duration.ofSeconds(90)).untilAsserted(fact);
  }
}
