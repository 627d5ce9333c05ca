package vn.dvc.pay.registration.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An officer's approval of one version, identified by the hash of the form shown. Append-only. */
@Entity
@Table(name = "registration_approval")
class ApprovalEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "registration")
  private RegistrationEntity registration;

  private int formVersion;
  private @Nullable String formSha256;
  private String officer;

  @Column(name = "approved_at")
  private Instant at;

  protected ApprovalEntity() {}

  ApprovalEntity(RegistrationEntity registration, String officer, Instant at) {
    this.registration = registration;
    this.formVersion = registration.formVersion();
    this.formSha256 = registration.newest().formSha256();
    this.officer = officer;
    this.at = at;
  }

  boolean isOf(int version, String sha256) {
    return formVersion == version && formSha256.equals(sha256);
  }

  String officer() {
    return officer;
  }
}
