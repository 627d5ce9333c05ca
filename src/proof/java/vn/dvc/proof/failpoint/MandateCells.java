package vn.dvc.proof.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.dvc.scenario.Portal;

/** A payer registers an account: the bank puts the mandate into force once, and ends it once. */
final class MandateCells {
  private static final Map<String, Object> ACCOUNT =
      Map.of("bank", FailpointFixture.BANK, "number", "101234567890", "holder", "NGUYEN VAN A");

  private MandateCells() {}

  static List<Cell> activation() {
    var matrix = new Matrix("MANDATE", "mandate", FailpointFixture.BANK, "mandate");
    var cells = new ArrayList<Cell>();
    cells.addAll(matrix.killed(MandateCells::inForce));
    cells.addAll(matrix.frozen(MandateCells::inForce));
    cells.addAll(matrix.thawed(MandateCells::inForce));
    for (var mood : List.of("answer-lost", "malformed", "5xx-after")) {
      cells.add(inForce(Break.mood("mandate", mood), "mandate"));
    }
    cells.add(inForce(Break.mood("mandate", "5xx-before"), "mandate mandate"));
    cells.add(inForce(Break.of(Deed.CUT, Point.KEPT, "MANDATE"), "mandate"));
    return cells;
  }

  static List<Cell> ending() {
    var plain = "mandate end-mandate";
    return List.of(
        ended(Break.of(Deed.KILL, Point.AT_BANK, "END_MANDATE"), plain),
        ended(Break.of(Deed.KILL, Point.CLAIMED, "END_MANDATE"), plain),
        ended(Break.of(Deed.KILL, Point.RECORDED, "END_MANDATE"), plain));
  }

  private static Cell inForce(Break broken, String requests) {
    return new Cell(
        "mandate, %s: in force once".formatted(broken.words()),
        fixture -> {
          var registration = applied(fixture);
          broken.done().accept(fixture);
          approved(fixture, registration);
          fixture.wakeTheFrozen();
          assertThat(fixture.requests(registration).replace("enquiry", "").strip())
              .isEqualTo(requests);
          forgotten(fixture, registration);
        });
  }

  private static Cell ended(Break broken, String requests) {
    return new Cell(
        "mandate ended by the payer, %s: ended once".formatted(broken.words()),
        fixture -> {
          var registration = applied(fixture);
          approved(fixture, registration);
          broken.done().accept(fixture);
          fixture.portal.api.post("/registrations/" + registration + "/terminate", null);
          fixture.until(
              "the bank has ended it",
              () -> stateOfMandate(fixture, registration).equals("VOIDED"));
          fixture.wakeTheFrozen();
          assertThat(fixture.requests(registration).replace("enquiry", "").strip())
              .isEqualTo(requests);
          assertThat(status(fixture, registration)).isEqualTo("TERMINATED");
        });
  }

  private static String applied(FailpointFixture fixture) {
    var application =
        Map.of("payer", Portal.NGUYEN_VAN_A, "account", ACCOUNT, "branch", "VietinBank Đà Nẵng");
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var answer = fixture.portal.api.send("POST", "/registrations", application, key);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    var id = answer.body().path("id").asText();
    fixture.until("the form is there", () -> status(fixture, id).equals("AWAITING_FORM"));
    fixture.completes(id, "receiveForm", "teller-1", Map.of("decision", "RECEIVED"));
    return id;
  }

  private static void approved(FailpointFixture fixture, String id) {
    fixture.completes(id, "approve", "officer-1", Map.of("decision", "APPROVED"));
    fixture.until("it is registered", () -> status(fixture, id).equals("REGISTERED"));
  }

  /** A payer may have only one account in force, so the next cell needs this one ended. */
  private static void forgotten(FailpointFixture fixture, String id) {
    fixture
        .jdbc
        .sql("update registration set status = 'TERMINATED', force_key = null where id = ?")
        .param(id)
        .update();
  }

  private static String status(FailpointFixture fixture, String id) {
    return fixture
        .jdbc
        .sql("select status from registration where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private static String stateOfMandate(FailpointFixture fixture, String id) {
    return fixture
        .jdbc
        .sql(
            "select a.state from attempt a join registration r on r.mandate_attempt ="
                + " a.attempt_ref where r.id = ?")
        .param(id)
        .query(String.class)
        .single();
  }
}
