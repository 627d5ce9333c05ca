package vn.dvc.pay.bank.calls;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.dvc.pay.bank.Attempt;

/**
 * How an attempt is stored. Only ever inserted as an object: changes are compare-and-set updates in
 * {@link AttemptRepository}, reads are {@link AttemptView}s, so that nobody decides on a stale
 * copy.
 */
@Entity
@Table(name = "attempt")
class AttemptEntity {
  @Id private UUID attemptRef;
  private String subject;
  private String bank;
  private Long amount;
  private String currency;

  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Attempt.State state;

  @Version private Long version;
  private String bankRef;
  private String last4;
  private String cardToken;
  private Instant openedAt;

  protected AttemptEntity() {}

  AttemptEntity(UUID attemptRef, String subject, String bank, Long amount, Instant openedAt) {
    this.attemptRef = attemptRef;
    this.subject = subject;
    this.bank = bank;
    this.amount = amount;
    this.currency = "VND";
    this.state = Attempt.State.CREATED;
    this.openedAt = openedAt;
  }
}
