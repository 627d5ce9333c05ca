package vn.dvc.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class BooksSayWhatCameTest {
  private final SmallWorld world = new SmallWorld();

  @Test
  void paymentByLessThanOwedIsDetected() {
    world.payment("COUNTER", "PAID", 250_000);
    world.collected("C-1", 200_000, "ACCEPTED");
    assertThat(world.sentences(new BooksSayWhatCame()))
        .containsExactly(
            "is paid and owed 250000 dong, but 200000 of what was received was kept for it");
  }

  @Test
  void excessThatIsNotReturnedIsDetected() {
    world.payment("COUNTER", "PAID", 250_000);
    world.collected("C-1", 300_000, "ACCEPTED");
    assertThat(world.sentences(new BooksSayWhatCame())).hasSize(1);
    world.reversed(null, "C-1", 50_000);
    assertThat(world.sentences(new BooksSayWhatCame())).isEmpty();
  }

  @Test
  void twoCollectionsTogetherMayPay() {
    world.payment("COUNTER", "PAID", 250_000);
    world.collected("C-1", 200_000, "ACCEPTED");
    world.collected("C-2", 50_000, "BOUND");
    assertThat(world.sentences(new BooksSayWhatCame())).isEmpty();
  }

  @Test
  void moneyStillHeldAfterItsPaymentEndedIsDetected() {
    world.payment("COUNTER", "EXPIRED", 250_000);
    world.collected("C-1", 200_000, "HELD");
    assertThat(world.sentences(new BooksSayWhatCame())).hasSize(1);
  }

  @Test
  void refundsAreNotMissingMoney() {
    world.payment("COUNTER", "PARTLY_REVERSED", 250_000);
    world.collected("C-1", 250_000, "BOUND");
    world.reversed(null, "C-1", 100_000);
    world.refunds.add(new Tables.Refund(SmallWorld.PAYMENT, 100_000, "DONE", "V0"));
    assertThat(world.sentences(new BooksSayWhatCame())).isEmpty();
  }

  @Test
  void undecidedMoneyWithoutACaseIsDetected() {
    world.payment("COUNTER", "CANCELLED", 250_000);
    world.collected("C-1", 250_000, "UNDECIDED");
    assertThat(world.sentences(new BooksSayWhatCame()))
        .containsExactly("250000 dong of collection C-1, which is UNDECIDED, are unaccounted for");
    world.openCase("collection-after-end", world.collections.get(0).id(), null);
    assertThat(world.sentences(new BooksSayWhatCame())).isEmpty();
  }

  @Test
  void aReturnThatTheBankDidNotMakeIsSeen() {
    world.payment("COUNTER", "CANCELLED", 250_000);
    world.collected("C-1", 250_000, "REVERSED");
    world.reversal(null, "C-1", 250_000, "DONE");
    assertThat(world.sentences(new BooksSayWhatCame()))
        .containsExactly("of collection C-1 the bank gave 0 dong back, our tables say 250000");
  }
}
