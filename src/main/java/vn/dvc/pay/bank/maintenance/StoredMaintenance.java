package vn.dvc.pay.bank.maintenance;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;

/** Asked whenever something begins, so it is read only now and then and kept in between. */
@Component
class StoredMaintenance implements Banks.Maintenance {
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final JdbcClient jdbc;
  private final DatabaseTime time;
  private volatile @Nullable Known known;

  StoredMaintenance(JdbcClient jdbc, DatabaseTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  @Override
  public Optional<Begun> of(String bin) {
    var kept = known;
    if (kept == null || System.nanoTime() - kept.readAt() > KEPT.toNanos()) {
      kept = new Known(read(), System.nanoTime());
      known = kept;
    }
    return Optional.ofNullable(kept.byBank().get(bin));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void begin(String bin, String actor, String reason) {
    try {
      jdbc.sql("insert into bank_maintenance (bank, begun_at, actor, reason) values (?, ?, ?, ?)")
          .params(bin, time.now().atOffset(ZoneOffset.UTC), actor, reason)
          .update();
    } catch (DuplicateKeyException begunAlready) {
      throw Problem.conflict("bank-in-maintenance");
    }
    forgetAtCommit();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(String bin) {
    if (jdbc.sql("delete from bank_maintenance where bank = ?").param(bin).update() == 0) {
      throw Problem.conflict("bank-not-in-maintenance");
    }
    forgetAtCommit();
  }

  private void forgetAtCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            known = null;
          }
        });
  }

  private Map<String, Begun> read() {
    var found = new HashMap<String, Begun>();
    jdbc.sql("select bank, begun_at, actor, reason from bank_maintenance")
        .query(
            (row, number) ->
                found.put(
                    row.getString("bank"),
                    new Begun(
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("reason"))))
        .list();
    return found;
  }

  private record Known(Map<String, Begun> byBank, long readAt) {}
}
