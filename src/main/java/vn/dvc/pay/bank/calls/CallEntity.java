package vn.dvc.pay.bank.calls;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Operation;

/**
 * A stored call. Entities are only ever inserted: changes are compare-and-set updates in {@link
 * CallRepository} and reads are {@link CallView}s.
 */
@Entity
@Table(name = "bank_call")
class CallEntity {
  @Id private UUID callRef;
  private UUID attemptRef;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Operation operation;

  private int seq;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  private CallState state;

  @Version private @Nullable Long version;

  /** The attempt's state before this call, restored if the call certainly had no effect. */
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Attempt.State attemptWas;

  private Instant preparedAt;
  private Instant validUntil;
  private String sealed;
  private String body;
  private int executions;
  private @Nullable Instant sentAt;
  private @Nullable Instant answeredAt;
  private @Nullable String answer;
  private @Nullable String evidence;

  protected CallEntity() {}

  CallEntity(
      UUID callRef,
      AttemptView attempt,
      Operation operation,
      int seq,
      Instant preparedAt,
      Instant validUntil,
      String sealed,
      String body) {
    this.callRef = callRef;
    this.attemptRef = attempt.attemptRef();
    this.operation = operation;
    this.seq = seq;
    this.state = CallState.CREATED;
    this.attemptWas = attempt.state();
    this.preparedAt = preparedAt;
    this.validUntil = validUntil;
    this.sealed = sealed;
    this.body = body;
  }
}
