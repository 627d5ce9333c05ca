package vn.dvc.pay.payment.reversal;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.values.AttemptRef;

/** Where reversals are kept. Who changes one locks it first. */
@Component
class ReversalBook {
  private final ReversalRepository rows;

  ReversalBook(ReversalRepository rows) {
    this.rows = rows;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  ReversalRow add(ReversalRow row) {
    return rows.saveAndFlush(row);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  ReversalRow lock(String id) {
    return rows.lock(id).orElseThrow();
  }

  AttemptRef attemptOf(String id) {
    return rows.attemptOf(id).map(AttemptRef::new).orElseThrow();
  }

  Optional<String> paymentOf(String id) {
    return rows.paymentOf(id);
  }

  /** The newest reversal of this very money, if there is one. */
  Optional<String> newestOf(OriginalMoney original) {
    var attempt = original.attempt() == null ? null : original.attempt().id();
    return rows
        .ofOriginal(original.bank(), attempt, original.collection(), original.booking())
        .stream()
        .findFirst();
  }

  boolean isFinished(String id) {
    return rows.isFinished(id);
  }

  Instant nextTryAt(String id) {
    return rows.nextTryAt(id).orElseThrow();
  }
}
