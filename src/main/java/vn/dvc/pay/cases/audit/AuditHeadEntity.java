package vn.dvc.pay.cases.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The end of the audit trail: a single row, locked by whoever writes an entry. */
@Entity
@Table(name = "audit_head")
class AuditHeadEntity {
  static final int ONE = 1;

  @Id private int id;
  private long seq;
  private String hash;

  protected AuditHeadEntity() {}

  long seq() {
    return seq;
  }

  String hash() {
    return hash;
  }

  void moveTo(AuditEntryEntity entry) {
    seq = entry.seq();
    hash = entry.hash();
  }
}
