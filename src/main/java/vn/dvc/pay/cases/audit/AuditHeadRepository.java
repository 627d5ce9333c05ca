package vn.dvc.pay.cases.audit;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads the end of the audit trail, or locks it to write the next entry. */
interface AuditHeadRepository extends Repository<AuditHeadEntity, Integer> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select head from AuditHeadEntity head where head.id = 1")
  AuditHeadEntity lock();

  @Query("select head from AuditHeadEntity head where head.id = 1")
  AuditHeadEntity read();
}
