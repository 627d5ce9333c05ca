package vn.dvc.pay.payment.late;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An attempt settled as not executed, which its bank later contradicted. */
@Entity
@Table(name = "late_success")
class LateSuccessEntity {
  @Id private UUID attemptRef;

  /** Null until stored, so that a new entity is inserted, never merged. */
  @Version private @Nullable Long version;

  private String payment;
  private Instant heardAt;
  private @Nullable String reversal;

  /** True while its payment still works on the attempt; the inquiry must wait until then. */
  private boolean waits = true;

  protected LateSuccessEntity() {}

  LateSuccessEntity(UUID attemptRef, String payment, Instant now) {
    this.attemptRef = attemptRef;
    this.payment = payment;
    this.heardAt = now;
  }

  void inquiryStarted() {
    waits = false;
  }

  boolean waits() {
    return waits;
  }

  void goesBackBy(String reversal) {
    this.reversal = reversal;
  }

  boolean goesBack() {
    return reversal != null;
  }

  @Nullable String reversal() {
    return reversal;
  }

  Instant heardAt() {
    return heardAt;
  }

  UUID attemptRef() {
    return attemptRef;
  }

  String payment() {
    return payment;
  }
}
