package vn.dvc.pay.dossier.record;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * The reservations. Read as values, not as entities, so that no stale state comes from the
 * persistence context.
 */
public interface DossierReservationRepository extends Repository<DossierReservationEntity, String> {

  @Query(
      """
      select new vn.dvc.pay.dossier.record.DossierReservationRepository$Live(l.dossier, l.payment)
      from DossierReservationEntity l where l.dossier in :dossiers order by l.dossier""")
  List<Live> of(Collection<String> dossiers);

  @Query(
      "select l.dossier from DossierReservationEntity l where l.payment = :payment order by l.dossier")
  List<String> heldBy(String payment);

  @Modifying(flushAutomatically = true)
  @Query("delete from DossierReservationEntity l where l.payment = :payment")
  void release(String payment);

  /** The payment that has reserved a dossier. */
  record Live(String dossier, String payment) {}
}
