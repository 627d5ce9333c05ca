package vn.dvc.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class ReturnedAtMostOnceTest {
  private final SmallWorld world = new SmallWorld();

  @Test
  void aSecondReversalIsSeenThoughTheBankRefusesIt() {
    var attempt = world.attempt("DEBITED", 100);
    world.debit(attempt, 100);
    world.reversed(attempt, null, 100);
    world.reversal(attempt, null, 100, "UNDER_WAY");
    assertThat(world.sentences(new ReturnedAtMostOnce()))
        .containsExactly(
            "by our tables 200 dong are given back of attempt %s, of 100".formatted(attempt));
  }

  @Test
  void aBankThatReturnsMoreThanItTookIsDetected() {
    var attempt = world.attempt("DEBITED", 100);
    world.debit(attempt, 100);
    world.reversed(attempt, null, 60);
    world.reversed(attempt, null, 60);
    assertThat(world.sentences(new ReturnedAtMostOnce()))
        .contains("the bank gave 120 dong back of attempt %s, of 100".formatted(attempt));
  }

  @Test
  void aCollectionGoesBackOnce() {
    world.collected("C-1", 100, "REVERSED");
    world.reversed(null, "C-1", 100);
    assertThat(world.sentences(new ReturnedAtMostOnce())).isEmpty();
    world.reversed(null, "C-1", 1);
    assertThat(world.sentences(new ReturnedAtMostOnce())).hasSize(2);
  }

  @Test
  void collectionWhoseReversalIsNotSentYetIsKnownFromOurRow() {
    world.collected("C-1", 100, "REVERSING");
    world.ledger.clear();
    world.reversal(null, "C-1", 100, "UNDER_WAY");
    assertThat(world.sentences(new ReturnedAtMostOnce())).isEmpty();
  }

  @Test
  void partsAndRefusedTriesAreNoViolation() {
    var attempt = world.attempt("DEBITED", 100);
    world.debit(attempt, 100);
    world.reversal(attempt, null, 100, "DECLINED");
    world.reversed(attempt, null, 40);
    world.reversed(attempt, null, 60);
    assertThat(world.sentences(new ReturnedAtMostOnce())).isEmpty();
  }
}
