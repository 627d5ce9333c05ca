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
        house -> {
          var registration = applied(house);
          broken.done().accept(house);
          approved(house, registration);
          house.wakeTheFrozen();
          assertThat(house.requests(registration).replace("enquiry", "").strip())
              .isEqualTo(requests);
          forgotten(house, registration);
        });
  }

  private static Cell ended(Break broken, String requests) {
    return new Cell(
        "mandate ended by the payer, %s: ended once".formatted(broken.words()),
        house -> {
          var registration = applied(house);
          approved(house, registration);
          broken.done().accept(house);
          house.portal.api.post("/registrations/" + registration + "/terminate", null);
          house.until(
              "the bank has ended it", () -> stateOfMandate(house, registration).equals("VOIDED"));
          house.wakeTheFrozen();
          assertThat(house.requests(registration).replace("enquiry", "").strip())
              .isEqualTo(requests);
          assertThat(status(house, registration)).isEqualTo("TERMINATED");
        });
  }

  private static String applied(FailpointFixture house) {
    var application =
        Map.of("payer", Portal.NGUYEN_VAN_A, "account", ACCOUNT, "branch", "VietinBank Đà Nẵng");
    var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    var answer = house.portal.api.send("POST", "/registrations", application, key);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    var id = answer.body().path("id").asText();
    house.until("the form is there", () -> status(house, id).equals("AWAITING_FORM"));
    house.completes(id, "receiveForm", "teller-1", Map.of("decision", "RECEIVED"));
    return id;
  }

  private static void approved(FailpointFixture house, String id) {
    house.completes(id, "approve", "officer-1", Map.of("decision", "APPROVED"));
    house.until("it is registered", () -> status(house, id).equals("REGISTERED"));
  }

  /** A payer may have only one account in force, so the next cell needs this one ended. */
  private static void forgotten(FailpointFixture house, String id) {
    house
        .jdbc
        .sql("update registration set status = 'TERMINATED', force_key = null where id = ?")
        .param(id)
        .update();
  }

  private static String status(FailpointFixture house, String id) {
    return house
        .jdbc
        .sql("select status from registration where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private static String stateOfMandate(FailpointFixture house, String id) {
    return house
        .jdbc
        .sql(
            "select a.state from attempt a join registration r on r.mandate_attempt ="
                + " a.attempt_ref where r.id = ?")
        .param(id)
        .query(String.class)
        .single();
  }
}
