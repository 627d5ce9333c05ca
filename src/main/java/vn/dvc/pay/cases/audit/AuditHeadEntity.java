package vn.dvc.pay.cases.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where the audit trail ends. There is one; whoever writes an entry locks it. */
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
