package vn.dvc.proof.failpoint;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Counts the cells of a class and prints their number at its end. */
public final class CountsCells implements AfterEachCallback {

  @Override
  public void afterEach(ExtensionContext context) {
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(CountsCells.class))
        .getOrComputeIfAbsent("count", key -> new Count(), Count.class)
        .one(context.getExecutionException().isPresent());
  }

  /** Printed after the last test, which in a process of several classes is that of each class. */
  private static final class Count implements ExtensionContext.Store.CloseableResource {
    private final AtomicInteger cells = new AtomicInteger();
    private final AtomicInteger violations = new AtomicInteger();

    private void one(boolean failed) {
      cells.incrementAndGet();
      if (failed) {
        violations.incrementAndGet();
      }
    }

    @Override
    public void close() {
      System.out.printf("failpoints: %d cells, %d violations%n", cells.get(), violations.get());
    }
  }
}
