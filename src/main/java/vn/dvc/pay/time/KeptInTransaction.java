package vn.dvc.pay.time;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A value that is true in the current transaction: forgotten when that ends, and out of sight while
 * another transaction runs inside it. Nothing is kept outside of a transaction.
 */
public final class KeptInTransaction<T> {

  /** The value kept in this transaction, null if there is none. */
  @SuppressWarnings("unchecked")
  public @Nullable T get() {
    var kept = (Kept) TransactionSynchronizationManager.getResource(this);
    return kept == null ? null : (T) kept.value;
  }

  /** Keeps the value until the transaction ends, unless there is one already. */
  public void keep(T value) {
    if (TransactionSynchronizationManager.isActualTransactionActive()
        && TransactionSynchronizationManager.isSynchronizationActive()
        && !TransactionSynchronizationManager.hasResource(this)) {
      var kept = new Kept(value);
      kept.resume();
      TransactionSynchronizationManager.registerSynchronization(kept);
    }
  }

  private final class Kept implements TransactionSynchronization {
    private final T value;

    private Kept(T value) {
      this.value = value;
    }

    /** Another transaction begins on this thread meanwhile, with values of its own. */
    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(KeptInTransaction.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(KeptInTransaction.this, this);
    }

    /** What runs after the commit sees nothing of it. */
    @Override
    public void beforeCompletion() {
      suspend();
    }

    @Override
    public void afterCompletion(int status) {
      suspend();
    }
  }
}
