package vn.dvc.pay.cases.audit;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The end of the audit trail: read, or locked to write the next entry. */
interface AuditHeadRepository extends Repository<AuditHeadEntity, Integer> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select head from AuditHeadEntity head where head.id = 1")
  AuditHeadEntity lock();

  @Query("select head from AuditHeadEntity head where head.id = 1")
  AuditHeadEntity read();
}
