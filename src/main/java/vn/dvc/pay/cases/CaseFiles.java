package vn.dvc.pay.cases;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The cases' rows. Whoever changes one locks it first, and what it belongs to before. */
interface CaseFiles extends Repository<CaseFile, String> {

  CaseFile saveAndFlush(CaseFile file);

  Optional<CaseFile> findById(String id);

  boolean existsByOpenKey(String openKey);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select file from CaseFile file where file.openKey = :openKey")
  Optional<CaseFile> lockOpen(String openKey);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select file from CaseFile file where file.id = :id")
  Optional<CaseFile> lock(String id);

  /** What it is about, which never changes; a value, so that no unlocked row is kept in mind. */
  @Query(
      "select new vn.dvc.pay.cases.CaseUpForDecision(f.id, f.kind, f.subject, f.payment)"
          + " from CaseFile f where f.id = :id")
  Optional<CaseUpForDecision> subjectOf(String id);

  /** One at a time opens cases, so that none is opened twice. */
  @Query(value = "select id from case_desk where id = 1 for update", nativeQuery = true)
  int lockDesk();

  @Query(
      "select file from CaseFile file"
          + " order by case when file.closed is null then 0 else 1 end, file.opened")
  List<CaseFile> openFirst(Pageable page);

  List<CaseFile> findByPaymentOrderByOpened(String payment);
}
