package vn.dvc.pay.cases.audit;

import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.Audit.Verification;
import vn.dvc.pay.keys.SigningKey;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Signs the end of the audit trail every minute in which something was added, unless the trail has
 * been tampered with: what was altered is never signed.
 */
@Component
class AuditSeals {
  private static final Logger LOG = LoggerFactory.getLogger(AuditSeals.class);

  private final AuditChain chain;
  private final JdbcClient jdbc;
  private final SigningKey keys;
  private final DatabaseTime time;
  private volatile Verification lastCheck = new Verification(0, null);

  AuditSeals(AuditChain chain, JdbcClient jdbc, SigningKey keys, DatabaseTime time) {
    this.chain = chain;
    this.jdbc = jdbc;
    this.keys = keys;
    this.time = time;
  }

  @Scheduled(fixedDelayString = "${dvc.audit.seal:1m}", initialDelayString = "${dvc.audit.seal:1m}")
  void seal() {
    // Read first: nothing is signed that was not checked.
    var head = chain.head();
    lastCheck = chain.verifySinceLastSeal();
    if (!lastCheck.intact()) {
      LOG.error(
          "The audit trail was altered: entry {} is not what it was", lastCheck.firstBroken());
    } else if (!isSealed(head)) {
      sign(head);
    }
  }

  /** As found when it was last looked at. */
  Verification lastCheck() {
    return lastCheck;
  }

  private boolean isSealed(AuditChain.Link head) {
    return chain
        .lastSeal()
        .filter(last -> last.seq() == head.seq() && last.key().equals(keys.id()))
        .isPresent();
  }

  private void sign(AuditChain.Link head) {
    var at = time.now();
    var signature = keys.sign(AuditSeal.text(head.seq(), head.hash(), at));
    var seal = new AuditSeal(head.seq(), head.hash(), at, keys.id(), signature);
    try {
      jdbc.sql(
              "insert into audit_seal (seq, hash, sealed_at, key_id, signature)"
                  + " values (?, ?, ?, ?, ?)")
          .params(seal.seq(), seal.hash(), at.atOffset(ZoneOffset.UTC), seal.key(), signature)
          .update();
      LOG.info("{}", seal.line());
    } catch (DuplicateKeyException anotherNodeDid) {
      // Its signature is as good.
    }
  }
}
