package vn.dvc.pay.bank.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.channel.ScriptedBank.Asked;

/** An answer of the {@link ScriptedBank} that comes when the test releases it. */
public final class HeldAnswer implements Function<Asked, BankAnswer>, AutoCloseable {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final Function<Asked, BankAnswer> answer;

  public HeldAnswer(BankAnswer answer) {
    this(question -> answer);
  }

  public HeldAnswer(Function<Asked, BankAnswer> answer) {
    this.answer = answer;
  }

  @Override
  public BankAnswer apply(Asked question) {
    asked.countDown();
    passes(released);
    return answer.apply(question);
  }

  /** Waits until the bank is asked. */
  public void isAsked() {
    passes(asked);
  }

  public void comes() {
    released.countDown();
  }

  @Override
  public void close() {
    comes();
  }

  private static void passes(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
