package vn.dvc.pay.cases;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

/** The audit trail's rows; they are added and read, never changed. */
interface AuditEntries extends Repository<AuditEntry, Long> {

  List<AuditEntry> findBySeqGreaterThanOrderBySeq(long seq, Limit limit);

  List<AuditEntry> findAllByOrderBySeqDesc(Pageable page);

  List<AuditEntry> findBySubjectOrderBySeq(String subject);
}
