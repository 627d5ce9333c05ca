package vn.dvc.pay.dossier;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rows of dossier. */
interface DossierRows extends Repository<DossierRow, String>, JpaSpecificationExecutor<DossierRow> {

  @Query("select d from DossierRow d where d.code = :code")
  Optional<DossierRow> read(String code);

  /**
   * Holds the row until the transaction ends; whoever changes a dossier, or takes it for a payment,
   * does it under this lock. Several are locked one by one in code order, so that two payments
   * never wait for each other.
   */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select d from DossierRow d where d.code = :code")
  Optional<DossierRow> lock(String code);
}
