package vn.dvc.pay.cases.audit;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Duration;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.engine.signin.AccountChanges;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Changes of staff accounts in the audit trail, which also tells who may be behind an account: who
 * has just made it, or its password, can use it.
 */
@Component
class AuditedAccounts implements AccountChanges {
  private static final String SUBJECT = "staff:";
  private static final Set<String> GIVES_POWER =
      Set.of("account-created", "password-set", "group-joined");

  private final Audit audit;
  private final AuditEntryRepository entries;
  private final DatabaseTime time;

  AuditedAccounts(Audit audit, AuditEntryRepository entries, DatabaseTime time) {
    this.audit = audit;
    this.entries = entries;
    this.time = time;
  }

  @EventListener
  void write(Change change) {
    audit.write(
        change.actor(),
        change.what(),
        SUBJECT + change.member(),
        change.before() + " → " + change.after());
  }

  @Override
  public Set<String> whoChanged(String member, Duration lately) {
    var since = time.now().minus(lately);
    return entries.findBySubjectOrderBySeq(SUBJECT + member).stream()
        .map(AuditEntryEntity::toEntry)
        .filter(entry -> entry.at().isAfter(since) && GIVES_POWER.contains(entry.action()))
        .map(Audit.Entry::actor)
        .filter(actor -> !actor.equals(member))
        .collect(toUnmodifiableSet());
  }
}
