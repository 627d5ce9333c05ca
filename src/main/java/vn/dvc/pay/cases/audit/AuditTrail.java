package vn.dvc.pay.cases.audit;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.time.DatabaseTime;

/** The hash-chained trail in our database. */
@Service
class AuditTrail implements Audit {
  private final AuditHeadRepository heads;
  private final AuditEntryRepository entries;
  private final AuditChain chain;
  private final EntityManager entityManager;
  private final DatabaseTime time;

  AuditTrail(
      AuditHeadRepository heads,
      AuditEntryRepository entries,
      AuditChain chain,
      EntityManager entityManager,
      DatabaseTime time) {
    this.heads = heads;
    this.entries = entries;
    this.chain = chain;
    this.entityManager = entityManager;
    this.time = time;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(String actor, String action, String subject, String reason) {
    var head = heads.lock();
    // The head may be stale if this session read it before it held the lock.
    entityManager.refresh(head);
    var entry =
        new AuditEntryEntity(
            head.seq() + 1, time.now(), actor, action, subject, reason, head.hash());
    entityManager.persist(entry);
    head.moveTo(entry);
    entityManager.flush();
  }

  @Override
  @Transactional(readOnly = true)
  public Verification verify() {
    return chain.verify();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Entry> list(int page) {
    return entries.findAllByOrderBySeqDesc(PageRequest.of(page, 50)).stream()
        .map(AuditEntryEntity::toEntry)
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Entry> about(String subject) {
    return entries.findBySubjectOrderBySeq(subject).stream()
        .map(AuditEntryEntity::toEntry)
        .toList();
  }
}
