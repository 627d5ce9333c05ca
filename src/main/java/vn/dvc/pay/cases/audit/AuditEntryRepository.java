package vn.dvc.pay.cases.audit;

import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

/** Audit entries, which are added and read but never changed. */
interface AuditEntryRepository extends Repository<AuditEntryEntity, Long> {

  List<AuditEntryEntity> findAllByOrderBySeqDesc(Pageable page);

  List<AuditEntryEntity> findBySubjectOrderBySeq(String subject);
}
