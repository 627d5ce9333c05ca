package vn.dvc.pay.registration.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.registration.RegistrationStatus;

/** A status that a registration reached, with its version and reason. Append-only. */
@Entity(name = "RegistrationEventRow")
@Table(name = "registration_event")
public class RegistrationEventEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "registration")
  private RegistrationEntity registration;

  private int formVersion;

  @Enumerated(EnumType.STRING)
  private RegistrationStatus status;

  private @Nullable String reason;

  @Column(name = "reached_at")
  private Instant at;

  protected RegistrationEventEntity() {}

  RegistrationEventEntity(RegistrationEntity registration, Instant at) {
    this.registration = registration;
    this.formVersion = registration.formVersion();
    this.status = registration.status();
    this.reason = registration.reason();
    this.at = at;
  }

  public RegistrationStatus status() {
    return status;
  }

  public Instant at() {
    return at;
  }
}
