package vn.dvc.pay.cases;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The end of the audit trail: read, or locked to write the next entry. */
interface AuditHeads extends Repository<AuditHead, Integer> {

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select head from AuditHead head where head.id = 1")
  AuditHead lock();

  @Query("select head from AuditHead head where head.id = 1")
  AuditHead read();
}
