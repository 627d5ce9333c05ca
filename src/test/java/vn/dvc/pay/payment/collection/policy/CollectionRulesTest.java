package vn.dvc.pay.payment.collection.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvc.pay.engine.Decisions.Decision;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.collection.policy.Balance.Relation;
import vn.dvc.pay.payment.collection.policy.CollectionRuling.Action;
import vn.dvc.pay.values.Money;

/**
 * The rulings of collection-policy.dmn on collected money, and the amount checks that guard them.
 */
@Tag("fast")
class CollectionRulesTest {
  private static final Instant END = Instant.parse("2026-11-28T10:00:00Z");
  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  private static final DmnDecision TABLE = table();

  private final CollectionPolicy policy = new CollectionPolicy(CollectionRulesTest::decide);

  @Test
  void exactlyOneRowOfTheTableRulesEachCombination() {
    for (var facts : everyCombination()) {
      var ruling = policy.rule(facts); // throws if several rules match
      assertThat(ruling.source()).as("%s", facts).isEqualTo("collection-policy:1");
    }
  }

  @Test
  void onlyEnoughMoneyForWhatIsStillOwedPaysAutomatically() {
    for (var facts : everyCombination()) {
      var expected =
          facts.standing() == PaymentStanding.WAITING
              && (facts.relation() == Relation.EXACT || facts.relation() == Relation.MORE)
              && facts.owed()
              && facts.plausibleDate()
              && facts.ownAccount();
      assertThat(policy.rule(facts).paysBy(facts)).as("%s", facts).isEqualTo(expected);
    }
  }

  @Test
  void editedTableNeverLetsTooLittlePayNorKeepsAnExcess() {
    for (var action : List.of(Action.PAY, Action.PAY_AND_RETURN_REST)) {
      var edited =
          new CollectionRuling(
              action, "NONE", CollectionRuling.Proposal.ACCEPT, "collection-policy:2");
      for (var facts : everyCombination()) {
        var wanted = action == Action.PAY ? Relation.EXACT : Relation.MORE;
        assertThat(edited.paysBy(facts))
            .as("%s %s", action, facts)
            .isEqualTo(
                facts.relation() == wanted
                    && facts.standing() == PaymentStanding.WAITING
                    && facts.owed());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(PaymentStanding.class)
  void tableWithoutAUsableRulingMakesACase(PaymentStanding standing) {
    var silent =
        new CollectionPolicy(
            (table, inputs) -> {
              throw new IllegalStateException("yields 0 rows");
            });
    var facts = new CollectionFacts(Relation.EXACT, standing, true, true, true);
    assertThat(silent.rule(facts).paysBy(facts)).isFalse();
    assertThat(silent.rule(facts).caseKind()).isEqualTo("collection-doubtful");
    var misspelt =
        new CollectionPolicy(
            (table, inputs) ->
                new Decision(
                    Map.of("action", "CASE", "caseKind", "colection", "proposal", "RETURN"),
                    table));
    assertThat(misspelt.rule(facts).caseKind()).isEqualTo("collection-doubtful");
  }

  /** Columns: owed, already kept, received; the relation, and the excess that goes back. */
  @ParameterizedTest
  @CsvSource({
    "250000,      0, 250000, EXACT, 0",
    "250000,      0, 200000, LESS,  0",
    "250000,      0, 300000, MORE,  50000",
    "250000, 200000,  50000, EXACT, 0",
    "250000, 200000,  49999, LESS,  0",
    "250000, 200000, 250000, MORE,  200000",
    "250000, 249999,      1, EXACT, 0",
    "     1,      0,      1, EXACT, 0",
  })
  void receivedMoneyIsComparedWithWhatIsMissing(
      long owed, long kept, long received, Relation relation, long rest) {
    var balance = new Balance(owed, kept);
    var money = Money.dong(received);
    assertThat(balance.relationOf(money)).isEqualTo(relation);
    assertThat(balance.isCoveredBy(money)).isEqualTo(relation != Relation.LESS);
    assertThat(balance.restOf(money)).isEqualTo(rest);
  }

  @Test
  void whatIsKeptIsAlwaysLessThanWhatIsOwed() {
    assertThat(new Balance(250_000, 0).missingAfter(Money.dong(200_000)))
        .isEqualTo(Money.dong(50_000));
    assertThatThrownBy(() -> new Balance(250_000, 0).missingAfter(Money.dong(250_000)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Balance(250_000, 250_000))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Balance(250_000, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "WAITING_FOR_COLLECTION, -1, WAITING",
    "WAITING_FOR_COLLECTION,  0, EXPIRED",
    "WAITING_FOR_COLLECTION,  1, EXPIRED",
    "CANCELLED,  -1, CANCELLED",
    "EXPIRED,     1, EXPIRED",
    "PROCESSING, -1, SETTLED",
    "PAID,       -1, SETTLED",
    "PARTLY_REVERSED, -1, SETTLED",
    "REVERSED,    1, SETTLED",
  })
  void windowEndsAtItsEndTimeEvenIfItsTimerIsLate(
      PaymentStatus status, int secondsAfterTheEnd, PaymentStanding standing) {
    assertThat(PaymentStanding.of(status, END, END.plusSeconds(secondsAfterTheEnd)))
        .isEqualTo(standing);
  }

  private static List<CollectionFacts> everyCombination() {
    var all = new ArrayList<CollectionFacts>();
    var either = List.of(true, false);
    for (var relation : Relation.values()) {
      for (var standing : PaymentStanding.values()) {
        for (var owed : either) {
          for (var date : either) {
            for (var account : either) {
              all.add(new CollectionFacts(relation, standing, owed, date, account));
            }
          }
        }
      }
    }
    return all;
  }

  private static Decision decide(String table, Map<String, Object> inputs) {
    var rows = ENGINE.evaluateDecisionTable(TABLE, inputs);
    if (rows.size() != 1) {
      throw new AssertionError(inputs + " hit " + rows.size() + " rows");
    }
    return new Decision(rows.getSingleResult().getEntryMap(), table + ":1");
  }

  private static DmnDecision table() {
    try (var file = new FileInputStream(new File("processes/collection-policy.dmn"))) {
      return ENGINE.parseDecision("collection-policy", file);
    } catch (IOException notThere) {
      throw new IllegalStateException(notThere);
    }
  }
}
