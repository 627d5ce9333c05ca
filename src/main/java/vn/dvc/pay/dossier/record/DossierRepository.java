package vn.dvc.pay.dossier.record;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads and locks dossiers. */
public interface DossierRepository
    extends Repository<DossierEntity, String>, JpaSpecificationExecutor<DossierEntity> {

  @Query("select d from DossierEntity d where d.code = :code")
  Optional<DossierEntity> read(String code);

  @Query("select d from DossierEntity d where d.code in :codes and d.payerId = :payer")
  List<DossierEntity> readAll(Collection<String> codes, String payer);

  /**
   * Locks the dossier until the transaction ends. Every change and every reservation needs this
   * lock. Lock several one by one in code order, or two payments may deadlock.
   */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select d from DossierEntity d where d.code = :code")
  Optional<DossierEntity> lock(String code);
}
