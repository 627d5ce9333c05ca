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

/**
 * A stored attempt. Entities are only ever inserted: changes are compare-and-set updates in {@link
 * AttemptRepository} and reads are {@link AttemptView}s, so that no decision rests on a stale copy.
 */
@Entity
@Table(name = "attempt")
class AttemptEntity {
  @Id private UUID attemptRef;
  private String subject;
  private String bank;
  private @Nullable Long amount;
  private String currency;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Attempt.State state;

  @Version private @Nullable Long version;
  private @Nullable String bankRef;
  private @Nullable String last4;
  private @Nullable String cardToken;
  private Instant openedAt;

  protected AttemptEntity() {}

  AttemptEntity(
      UUID attemptRef, String subject, String bank, @Nullable Long amount, Instant openedAt) {
    this.attemptRef = attemptRef;
    this.subject = subject;
    this.bank = bank;
    this.amount = amount;
    this.currency = "VND";
    this.state = Attempt.State.CREATED;
    this.openedAt = openedAt;
  }
}
