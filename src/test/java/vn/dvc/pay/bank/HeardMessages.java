package vn.dvc.pay.bank;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dvc.pay.bank.notices.CollectionReceived;
import vn.dvc.pay.bank.notices.NoticeReceived;

/** Listens to banks' messages in place of the rooms above, and fails on demand. */
public class HeardMessages {
  final List<CollectionReceived> collections = new CopyOnWriteArrayList<>();
  final List<NoticeReceived> notices = new CopyOnWriteArrayList<>();
  public final Set<String> failing = ConcurrentHashMap.newKeySet();
  public volatile boolean insideATransaction;

  @EventListener
  void hear(CollectionReceived collection) {
    insideATransaction |= TransactionSynchronizationManager.isActualTransactionActive();
    collections.add(collection);
    if (failing.contains(collection.reference())) {
      throw new IllegalStateException("CANARY " + collection.text());
    }
  }

  @EventListener
  void hear(NoticeReceived notice) {
    notices.add(notice);
  }

  public List<CollectionReceived> of(String reference) {
    return collections.stream().filter(one -> one.reference().equals(reference)).toList();
  }

  public List<NoticeReceived> noticesOf(String subject) {
    return notices.stream().filter(one -> one.reference().equals(subject)).toList();
  }

  public UUID message(String reference) {
    return of(reference).get(0).message();
  }
}
