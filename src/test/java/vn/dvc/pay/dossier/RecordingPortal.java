package vn.dvc.pay.dossier;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dvc.pay.portal.PortalWebhooks;

/**
 * A portal that records what it receives, answers as scripted, and notes whether the caller holds a
 * transaction or a connection.
 */
public class RecordingPortal implements PortalWebhooks {
  public final List<String> received = new CopyOnWriteArrayList<>();
  public final List<String> heldByTheCaller = new CopyOnWriteArrayList<>();
  private final HikariDataSource pool;
  private volatile Predicate<String> takes = event -> true;

  RecordingPortal(HikariDataSource pool) {
    this.pool = pool;
  }

  public void answers(Predicate<String> takes) {
    this.takes = takes;
  }

  public void forget() {
    received.clear();
    heldByTheCaller.clear();
    takes = event -> true;
  }

  @Override
  public boolean deliver(String eventJson) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      heldByTheCaller.add("a transaction");
    }
    if (TransactionSynchronizationManager.hasResource(pool)) {
      heldByTheCaller.add("a connection");
    }
    received.add(eventJson);
    return takes.test(eventJson);
  }
}
