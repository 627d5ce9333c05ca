package vn.dvc.pay.reconciliation.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.dvc.pay.reconciliation.LineClass.BANK_ONLY;
import static vn.dvc.pay.reconciliation.LineClass.DUPLICATE;
import static vn.dvc.pay.reconciliation.LineClass.MATCHED;
import static vn.dvc.pay.reconciliation.LineClass.OURS_ONLY;

import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.reconciliation.Reconciliations.Row;
import vn.dvc.pay.reconciliation.statement.StatementText;

/** What the bank books twice, or takes back. */
@OperatorsTest
class DoubleBookingsTest {
  @Autowired BankDayFixture fixture;
  @Autowired Cases cases;
  @Autowired JdbcClient jdbc;
  @Autowired ProcessEngine engine;

  @BeforeEach
  void aDay() {
    fixture.begins();
  }

  @AfterEach
  void forget() {
    fixture.forget();
  }

  @Test
  void secondBookingGoesBackWhenTwoPersonsSaySo() {
    var paid = fixture.attempt("DEBITED", 100);
    fixture.imports(StatementText.ofOneDay().credit(paid, 100).credit(paid, 100));
    var duplicate = fixture.differences().get(0);
    assertThat(cases.find(duplicate.caseId()).orElseThrow().evidence())
        .containsEntry("proposal", "Hoàn trả khoản thu cho người nộp");

    fixture.decide(duplicate.caseId(), "REVERSE");

    assertThat(fixture.differences())
        .extracting(Row::state, Row::decision)
        .containsExactly(tuple("DECIDED", "REVERSE"));
    var reversal =
        jdbc.sql("select amount, process_instance from reversal where original_attempt = ?")
            .param(UUID.fromString(paid))
            .query()
            .singleRow();
    assertThat(reversal.get("amount")).isEqualTo(100L);
    engine
        .getRuntimeService()
        .deleteProcessInstance(reversal.get("process_instance").toString(), "no bank serves it");
  }

  @Test
  void bookingWithTwoSpellingsIsReportedTwice() {
    var paid = fixture.attempt("DEBITED", 100);
    fixture.imports(StatementText.ofOneDay().credit(paid, 100).credit(paid.replace("-", ""), 100));
    assertThat(fixture.differences()).extracting(Row::kind).containsExactly(DUPLICATE);
  }

  @Test
  void secondBookingThatTheBankTookBackIsNoCase() {
    var paid = fixture.attempt("DEBITED", 100);
    fixture.imports(
        StatementText.ofOneDay().credit(paid, 100).credit(paid, 100).takingBack(paid, 100, "DBIT"));
    assertThat(fixture.differences()).isEmpty();
    assertThat(fixture.report().day().counts()).containsEntry(MATCHED, 3L);
  }

  @Test
  void secondBookingIsSettledByTheStatementThatTakesItBack() {
    var paid = fixture.attempt("DEBITED", 100);
    fixture.imports(StatementText.ofOneDay().credit(paid, 100).credit(paid, 100));
    var caseId = fixture.differences().get(0).caseId();
    fixture.imports(
        StatementText.ofOneDay().credit(paid, 100).credit(paid, 100).takingBack(paid, 100, "DBIT"));
    assertThat(fixture.differences()).isEmpty();
    assertThat(cases.find(caseId).orElseThrow().reason()).isEqualTo("statement-matched");
  }

  @Test
  void moneyThatTheBankTookBackIsACase() {
    var paid = fixture.attempt("DEBITED", 100);
    fixture.imports(StatementText.ofOneDay().credit(paid, 100).takingBack(paid, 100, "DBIT"));
    assertThat(fixture.differences())
        .extracting(Row::kind, Row::line, Row::reference, Row::credit)
        .containsExactly(tuple(BANK_ONLY, 2, paid, false));
  }

  @Test
  void reversalThatWeAskedForIsRecognisedUnderTheOriginalsReference() {
    var paid = fixture.attempt("DEBITED", 100);
    fixture.returned(paid, null, 100);
    fixture.returned(null, "C-7", 30);
    fixture.collected("C-7", 70);
    fixture.imports(
        StatementText.ofOneDay()
            .credit(paid, 100)
            .credit("C-7", 70)
            .takingBack(paid, 100, "DBIT")
            .takingBack("C-7", 30, "DBIT"));
    assertThat(fixture.differences()).isEmpty();
    assertThat(fixture.report().day().counts()).containsEntry(MATCHED, 4L);
  }

  @Test
  void reversalOfAnotherAmountThanWeAskedForIsACase() {
    var paid = fixture.attempt("DEBITED", 100);
    var back = fixture.returned(paid, null, 40);
    fixture.imports(StatementText.ofOneDay().credit(paid, 100).takingBack(paid, 41, "DBIT"));
    assertThat(fixture.differences())
        .extracting(Row::kind, Row::line, Row::reference)
        .containsExactlyInAnyOrder(tuple(BANK_ONLY, 2, paid), tuple(OURS_ONLY, null, back));
  }

  @Test
  void secondBookingThatIsStillThereIsNotHiddenByAReversalOfOurs() {
    var paid = fixture.attempt("DEBITED", 100);
    fixture.returned(paid, null, 100);
    fixture.imports(
        StatementText.ofOneDay().credit(paid, 100).credit(paid, 100).takingBack(paid, 100, "DBIT"));
    assertThat(fixture.differences())
        .extracting(Row::kind, Row::line, Row::reference)
        .containsExactly(tuple(DUPLICATE, 2, paid));
  }
}
