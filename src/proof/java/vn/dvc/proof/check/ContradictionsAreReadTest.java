package vn.dvc.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class ContradictionsAreReadTest {
  private final SmallWorld world = new SmallWorld();

  @Test
  void aDebitOfAnAttemptSettledAsNotExecutedIsDetected() {
    var attempt = world.attempt("NOT_EXECUTED", 100);
    world.debit(attempt, 100);
    assertThat(world.sentences(new ContradictionsAreRead()))
        .containsExactly(
            "attempt %s is NOT_EXECUTED, but the bank's ledger has 100 dong of it, and nothing is done"
                    .formatted(attempt)
                + " about it");
  }

  @Test
  void aDebitMissingFromTheLedgerIsDetected() {
    world.attempt("DEBITED", 100);
    assertThat(world.sentences(new ContradictionsAreRead())).hasSize(1);
  }

  @Test
  void anAnswerThatNobodyReadIsSeen() {
    var attempt = world.attempt("DECLINED", 100);
    world.call(attempt, "INQUIRY", "APPROVED", "DEBITED");
    assertThat(world.sentences(new ContradictionsAreRead()))
        .containsExactly(
            "attempt %s is DECLINED, but its bank answered otherwise, and nothing is done about it"
                .formatted(attempt));
  }

  @Test
  void aReversalThatTheBankDidNotMakeIsSeen() {
    world.reversal(null, "C-1", 100, "DONE");
    world.attempt("V0", "REVERSED", 100);
    assertThat(world.sentences(new ContradictionsAreRead())).hasSize(1);
  }

  @Test
  void aCaseALateSuccessOrAReversalResolvesTheContradiction() {
    var withPeople = debited();
    world.openCase("unknown-outcome", withPeople, null);
    var asked = debited();
    world.process("late-success", asked, Duration.ZERO, true);
    var back = debited();
    world.reversed(back, null, 100);
    assertThat(world.sentences(new ContradictionsAreRead())).isEmpty();
  }

  @Test
  void agreementIsNoViolation() {
    world.debit(world.attempt("DEBITED", 100), 100);
    world.attempt("DECLINED", 100);
    world.attempt("VOIDED", 100);
    assertThat(world.sentences(new ContradictionsAreRead())).isEmpty();
  }

  private UUID debited() {
    var attempt = world.attempt("NOT_EXECUTED", 100);
    world.debit(attempt, 100);
    return attempt;
  }
}
