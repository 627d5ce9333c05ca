package vn.dvc.pay.dossier.record;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Reserves a dossier: only this payment may move money for it. */
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
