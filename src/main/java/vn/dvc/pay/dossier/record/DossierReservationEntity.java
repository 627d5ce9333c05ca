package vn.dvc.pay.dossier.record;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The live lock: this payment, and no other, may move money for this dossier. */
@Entity
@Table(name = "live_dossier")
public class DossierReservationEntity {
  @Id private String dossier;
  private String payment;

  public DossierReservationEntity() {}

  public DossierReservationEntity(String dossier, String payment) {
    this.dossier = dossier;
    this.payment = payment;
  }
}
