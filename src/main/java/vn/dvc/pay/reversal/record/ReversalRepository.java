package vn.dvc.pay.reversal.record;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.reversal.OriginalMoney;
import vn.dvc.pay.values.AttemptRef;

/** Stored reversals. Lock one before changing it. */
@Component
public class ReversalRepository {
  private final ReversalJpaRepository jpa;

  ReversalRepository(ReversalJpaRepository jpa) {
    this.jpa = jpa;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public ReversalEntity add(ReversalEntity reversal) {
    return jpa.saveAndFlush(reversal);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public ReversalEntity lock(String id) {
    return jpa.lock(id).orElseThrow(() -> new IllegalStateException("No reversal " + id));
  }

  public AttemptRef attemptOf(String id) {
    return jpa.attemptOf(id)
        .map(AttemptRef::new)
        .orElseThrow(() -> new IllegalStateException("No attempt of reversal " + id));
  }

  public Optional<String> paymentOf(String id) {
    return jpa.paymentOf(id);
  }

  /** The newest reversal of exactly this money, if there is one. */
  public Optional<String> newestOf(OriginalMoney original) {
    var attempt = original.attempt() == null ? null : original.attempt().id();
    return jpa
        .ofOriginal(original.bank(), attempt, original.collection(), original.booking())
        .stream()
        .findFirst();
  }

  public Optional<Instant> finishedAt(String id) {
    return jpa.finishedAt(id);
  }

  public Instant nextTryAt(String id) {
    return jpa.nextTryAt(id)
        .orElseThrow(() -> new IllegalStateException("No next try of reversal " + id));
  }
}
