package vn.dvc.proof.failpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.dvc.scenario.Portal;

/** A payment at a branch: the bank reports its money once, twice, early, late or never. */
final class CounterCells {
  private static final long TOO_LITTLE = PersistentPayer.AMOUNT - 1_000;

  private CounterCells() {}

  /** Whatever breaks while the bank reports, it reports again, and that pays once. */
  static List<Cell> told() {
    return List.of(
        paid(Break.of(Deed.KILL, Point.TOLD, "COLLECTION")),
        paid(Break.of(Deed.KILL, Point.STORED, "COLLECTION")),
        paid(Break.of(Deed.KILL, Point.RECORDED, "MESSAGE")),
        paid(Break.of(Deed.KILL, Point.KEPT, "MESSAGE")),
        paid(Break.of(Deed.CUT, Point.RECORDED, "MESSAGE")),
        paid(Break.of(Deed.CUT, Point.KEPT, "MESSAGE")),
        paid(Break.thawed(Point.RECORDED, "MESSAGE", Thaw.LOCK_OVER)),
        paid(Break.of(Deed.FAIL, Point.SETTLING, "DOSSIERS")));
  }

  static List<Cell> strange() {
    return List.of(
        new Cell(
            "counter, notice delivered twice: paid once",
            fixture -> {
              var counter = new Counter(fixture);
              var slip = counter.collects(PersistentPayer.AMOUNT);
              counter.ends("PAID");
              counter.deliversAgain(slip);
              assertThat(fixture.cases.ofPayment(counter.payment())).isEmpty();
              assertThat(counter.stateOf(slip)).isEqualTo("BOUND");
            }),
        new Cell(
            "counter, paid twice: the second is given back by two persons",
            fixture -> {
              var counter = new Counter(fixture);
              counter.collects(PersistentPayer.AMOUNT);
              counter.ends("PAID");
              var second = counter.collects(PersistentPayer.AMOUNT);
              counter.decides("REVERSE");
              counter.comesTo(second, "REVERSED");
              assertThat(fixture.status(counter.payment())).isEqualTo("PAID");
            }),
        new Cell(
            "counter, money before the instruction is known: waits and is a case",
            fixture -> {
              var counter = new Counter(fixture);
              var slip = counter.collects("DVC000000000", PersistentPayer.AMOUNT);
              counter.comesTo(slip, "UNDECIDED");
              assertThat(fixture.status(counter.payment())).isEqualTo("WAITING_FOR_COLLECTION");
            }),
        new Cell(
            "counter, money after the payer gave up: accepted by two persons, paid once",
            fixture -> {
              var counter = new Counter(fixture);
              new PersistentPayer(fixture).givesUp(counter.payment());
              counter.collects(PersistentPayer.AMOUNT);
              counter.decides("ACCEPT");
              counter.ends("PAID");
            }),
        new Cell(
            "counter, too little reported before the right amount: one given back, paid once",
            fixture -> {
              var counter = new Counter(fixture);
              var wrong = counter.collects(TOO_LITTLE);
              counter.collects(PersistentPayer.AMOUNT);
              counter.ends("PAID");
              counter.decides("REVERSE");
              counter.comesTo(wrong, "REVERSED");
            }),
        // Runs last because it puts our time a week ahead of the banks', so that later collections
        // would be dated in the past.
        new Cell(
            "counter, money after the instruction expired: given back",
            fixture -> {
              var counter = new Counter(fixture);
              fixture.travel(Duration.ofDays(7).plusMinutes(1));
              counter.ends("EXPIRED");
              var slip = counter.collects(PersistentPayer.AMOUNT);
              counter.decides("REVERSE");
              counter.comesTo(slip, "REVERSED");
            }));
  }

  /** Money that was reported wrongly is given back, once, whatever happens on the way. */
  static List<Cell> reversal() {
    return new Matrix("REVERSAL", "reversal", FailpointFixture.BANK, "reversal")
        .cells(CounterCells::givenBack);
  }

  private static Cell givenBack(Break broken, String requests) {
    return new Cell(
        "reversal, %s: given back once".formatted(broken.words()),
        fixture -> {
          var counter = new Counter(fixture);
          var slip = counter.collects(TOO_LITTLE);
          counter.hasACase();
          broken.done().accept(fixture);
          counter.decides("REVERSE");
          counter.comesTo(slip, "REVERSED");
          fixture.wakeTheFrozen();
          var reversal = counter.reversalOf(slip);
          assertThat(fixture.ledger(reversal)).isEqualTo("REVERSAL");
          assertThat(fixture.moved(reversal)).isEqualTo(TOO_LITTLE);
          assertThat(fixture.requests(reversal)).isEqualTo(requests);
          assertThat(fixture.status(counter.payment())).isEqualTo("WAITING_FOR_COLLECTION");
        });
  }

  private static Cell paid(Break broken) {
    return new Cell(
        "counter, %s: paid once".formatted(broken.words()),
        fixture -> {
          var counter = new Counter(fixture);
          broken.done().accept(fixture);
          var slip = counter.collects(PersistentPayer.AMOUNT);
          counter.ends("PAID");
          fixture.wakeTheFrozen();
          assertThat(counter.stateOf(slip)).isEqualTo("BOUND");
          new PersistentPayer(fixture).isPaidExactlyWhen(counter.payment(), counter.dossier());
        });
  }

  /** One payer at one branch. */
  private static final class Counter {
    private final FailpointFixture fixture;
    private final String dossier;
    private final String payment;

    Counter(FailpointFixture fixture) {
      this.fixture = fixture;
      this.dossier = fixture.portal.dossierOwing(PersistentPayer.AMOUNT);
      this.payment = new PersistentPayer(fixture).starts(Portal.NGUYEN_VAN_A, "COUNTER", dossier);
    }

    String payment() {
      return payment;
    }

    String dossier() {
      return dossier;
    }

    /** Pays in this much at the cashier's counter; returns the bank's reference. */
    String collects(long amount) {
      return collects(
          fixture.portal.payment(payment).path("instruction").path("code").asText(), amount);
    }

    String collects(String code, long amount) {
      var answer =
          fixture.sandbox.post("/cashier/collections", Map.of("code", code, "amount", amount));
      assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
      return answer.body().path("reference").asText();
    }

    void deliversAgain(String slip) {
      var answer = fixture.sandbox.post("/cashier/collections/" + slip + "/deliver", null);
      assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    }

    void ends(String status) {
      fixture.until(payment + " is " + status, () -> fixture.status(payment).equals(status));
    }

    void hasACase() {
      fixture.until("a case is open", () -> !fixture.cases.ofPayment(payment).isEmpty());
    }

    /** Two persons decide the payment's case; each tries again until that is done. */
    void decides(String decision) {
      hasACase();
      var file = fixture.cases.ofPayment(payment).get(0).id();
      fixture.completes(
          file, "decide", "operator-1", Map.of("decision", decision, "reason", "Đã đối chiếu"));
      fixture.completes(
          file, "confirm", "operator-2", Map.of("agreed", "AGREED", "reason", "Đã kiểm tra"));
    }

    void comesTo(String slip, String state) {
      fixture.until(slip + " is " + state, () -> stateOf(slip).equals(state));
    }

    String stateOf(String slip) {
      return fixture
          .jdbc
          .sql("select state from collection where reference = ?")
          .param(slip)
          .query(String.class)
          .optional()
          .orElse("not taken");
    }

    String reversalOf(String slip) {
      return fixture
          .jdbc
          .sql("select reversal from collection where reference = ?")
          .param(slip)
          .query(String.class)
          .single();
    }
  }
}
