package vn.dvc.pay.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where the audit trail ends. There is one; whoever writes an entry locks it. */
@Entity
@Table(name = "audit_head")
class AuditHead {
  static final int ONE = 1;

  @Id private int id;
  private long seq;
  private String hash;

  protected AuditHead() {}

  long seq() {
    return seq;
  }

  String hash() {
    return hash;
  }

  void moveTo(AuditEntry entry) {
    seq = entry.seq();
    hash = entry.hash();
  }
}
