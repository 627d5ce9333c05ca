package vn.dvc.pay.cases.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.values.Sha256;

/** One link of the audit trail. */
@Entity
@Immutable
@Table(name = "audit_entry")
class AuditEntryEntity {
  @Id private long seq;

  @Column(name = "acted_at")
  private Instant at;

  private String actor;
  private String action;
  private String subject;
  private String reason;

  @Column(name = "prev_hash")
  private String previous;

  private String hash;

  protected AuditEntryEntity() {}

  AuditEntryEntity(
      long seq,
      Instant at,
      String actor,
      String action,
      String subject,
      String reason,
      String previous) {
    this.seq = seq;
    this.at = at;
    this.actor = actor;
    this.action = action;
    this.subject = subject;
    this.reason = reason;
    this.previous = previous;
    this.hash = computed();
  }

  long seq() {
    return seq;
  }

  String hash() {
    return hash;
  }

  Audit.Entry toEntry() {
    return new Audit.Entry(seq, at, actor, action, subject, reason, hash);
  }

  private String computed() {
    var text = new StringBuilder().append(seq).append('\n').append(at.toEpochMilli()).append('\n');
    for (var part : new String[] {actor, action, subject, reason, previous}) {
      // A length prefix keeps one text from passing for two.
      text.append(part.length()).append(':').append(part).append('\n');
    }
    return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
