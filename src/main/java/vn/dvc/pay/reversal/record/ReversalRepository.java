package vn.dvc.pay.reversal.record;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.values.AttemptRef;

/** Where reversals are kept. Who changes one locks it first. */
@Component
public class ReversalRepository {
  private final ReversalJpaRepository rows;

  ReversalRepository(ReversalJpaRepository rows) {
    this.rows = rows;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public ReversalEntity add(ReversalEntity row) {
    return rows.saveAndFlush(row);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public ReversalEntity lock(String id) {
    return rows.lock(id).orElseThrow();
  }

  public AttemptRef attemptOf(String id) {
    return rows.attemptOf(id).map(AttemptRef::new).orElseThrow();
  }

  public Optional<String> paymentOf(String id) {
    return rows.paymentOf(id);
  }

  /** The newest reversal of this very money, if there is one. */
  public Optional<String> newestOf(OriginalMoney original) {
    var attempt = original.attempt() == null ? null : original.attempt().id();
    return rows
        .ofOriginal(original.bank(), attempt, original.collection(), original.booking())
        .stream()
        .findFirst();
  }

  public boolean isFinished(String id) {
    return rows.isFinished(id);
  }

  public Instant nextTryAt(String id) {
    return rows.nextTryAt(id).orElseThrow();
  }
}
