package vn.dvc.pay.time;

import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The database's time in the current transaction. Both databases stop {@code current_timestamp}
 * when a transaction begins, so reading it once is enough; the next transaction reads it anew.
 */
final class TransactionTime implements TransactionSynchronization {
  private final Object clock;
  private final Instant time;

  private TransactionTime(Object clock, Instant time) {
    this.clock = clock;
    this.time = time;
  }

  /** The time already read in this transaction, otherwise read now. */
  static Instant of(Object clock, Supplier<Instant> read) {
    if (!isInTransaction()) {
      return read.get();
    }
    var known = (TransactionTime) TransactionSynchronizationManager.getResource(clock);
    return known == null ? keep(clock, read.get()) : known.time;
  }

  /** The time of this transaction, read together with something else. */
  static void note(Object clock, Instant time) {
    if (isInTransaction() && !TransactionSynchronizationManager.hasResource(clock)) {
      keep(clock, time);
    }
  }

  private static boolean isInTransaction() {
    return TransactionSynchronizationManager.isActualTransactionActive()
        && TransactionSynchronizationManager.isSynchronizationActive();
  }

  private static Instant keep(Object clock, Instant time) {
    var known = new TransactionTime(clock, time);
    known.bind();
    TransactionSynchronizationManager.registerSynchronization(known);
    return time;
  }

  private void bind() {
    TransactionSynchronizationManager.bindResource(clock, this);
  }

  private void unbind() {
    TransactionSynchronizationManager.unbindResourceIfPossible(clock);
  }

  /** Another transaction begins on this thread meanwhile, with a time of its own. */
  @Override
  public void suspend() {
    unbind();
  }

  @Override
  public void resume() {
    bind();
  }

  /** What runs after the commit reads the time anew. */
  @Override
  public void beforeCompletion() {
    unbind();
  }

  @Override
  public void afterCompletion(int status) {
    unbind();
  }
}
