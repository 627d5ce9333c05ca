package vn.dvc.pay.dossier.record;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rows of dossier. */
public interface DossierRepository
    extends Repository<DossierEntity, String>, JpaSpecificationExecutor<DossierEntity> {

  @Query("select d from DossierEntity d where d.code = :code")
  Optional<DossierEntity> read(String code);

  /**
   * Holds the row until the transaction ends; whoever changes a dossier, or takes it for a payment,
   * does it under this lock. Several are locked one by one in code order, so that two payments
   * never wait for each other.
   */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select d from DossierEntity d where d.code = :code")
  Optional<DossierEntity> lock(String code);
}
