package vn.dvc.pay.reconciliation.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.dvc.pay.reconciliation.LineClass.BANK_ONLY;
import static vn.dvc.pay.reconciliation.LineClass.MATCHED;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.reconciliation.Reconciliations.Row;
import vn.dvc.pay.reconciliation.statement.StatementText;

/** Which attempt a reference in a statement means, however the bank spells it. */
@OperatorsTest
class StatementReferencesTest {
  @Autowired BankDayFixture fixture;

  @BeforeEach
  void aDay() {
    fixture.begins();
  }

  @AfterEach
  void forget() {
    fixture.forget();
  }

  @Test
  void referencesAreComparedByTheirValue() {
    var upper = fixture.attempt("DEBITED", 100).toUpperCase(Locale.ROOT);
    var bare = fixture.attempt("DEBITED", 200).replace("-", "");
    var both = fixture.attempt("DEBITED", 300).replace("-", "").toUpperCase(Locale.ROOT);
    fixture.imports(
        StatementText.ofOneDay().credit(upper, 100).credit(bare, 200).credit(both, 300));
    assertThat(fixture.differences()).isEmpty();
    assertThat(fixture.report().day().counts()).containsEntry(MATCHED, 3L);
  }

  @Test
  void truncatedReferenceMeansTheOneAttemptThatBeginsWithIt() {
    var paid = fixture.attempt("DEBITED", 100);
    fixture.imports(StatementText.ofOneDay().credit(paid.substring(0, 35), 100));
    assertThat(fixture.differences()).isEmpty();
    assertThat(fixture.report().day().counts()).containsEntry(MATCHED, 1L);
  }

  @Test
  void truncatedReferenceThatFitsTwoAttemptsIsOneCase() {
    var one = UUID.randomUUID().toString().substring(0, 35);
    fixture.attempt("DEBITED", 100, UUID.fromString(one + "1"));
    fixture.attempt("DEBITED", 100, UUID.fromString(one + "2"));
    fixture.imports(StatementText.ofOneDay().credit(one, 100));
    assertThat(fixture.differences())
        .extracting(Row::kind, Row::reference)
        .containsExactly(tuple(BANK_ONLY, one));
  }

  @Test
  void batchIsMatchedMovementByMovement() {
    var paid = fixture.attempt("DEBITED", 100);
    var failed = fixture.attempt("DECLINED", 100);
    fixture.imports(StatementText.ofOneDay().batch(100, paid, failed));
    assertThat(fixture.differences())
        .extracting(Row::kind, Row::line, Row::reference)
        .containsExactly(tuple(BANK_ONLY, 2, failed));
    assertThat(fixture.report().day().counts()).containsEntry(MATCHED, 1L);
  }
}
