package vn.dvc.pay.cases.record;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import vn.dvc.pay.cases.CaseUpForDecision;
import vn.dvc.pay.cases.Cases;

/** Stored cases. Before changing one, lock it, and before that whatever it belongs to. */
public interface CaseRepository extends Repository<CaseEntity, String> {

  CaseEntity saveAndFlush(CaseEntity file);

  Optional<CaseEntity> findById(String id);

  boolean existsByOpenKey(String openKey);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select file from CaseEntity file where file.openKey = :openKey")
  Optional<CaseEntity> lockOpen(String openKey);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select file from CaseEntity file where file.id = :id")
  Optional<CaseEntity> lock(String id);

  /**
   * The subject, which never changes; a projection, so that no unlocked entity stays in the
   * session.
   */
  @Query(
      "select new vn.dvc.pay.cases.CaseUpForDecision(f.id, f.kind, f.subject, f.payment)"
          + " from CaseEntity f where f.id = :id")
  Optional<CaseUpForDecision> subjectOf(String id);

  /** Serialises the opening of cases, so that none is opened twice. */
  @Query(value = "select id from case_desk where id = 1 for update", nativeQuery = true)
  int lockOpening();

  @Query(
      "select file from CaseEntity file"
          + " order by case when file.closed is null then 0 else 1 end, file.opened")
  List<CaseEntity> openFirst(Pageable page);

  List<CaseEntity> findByPaymentOrderByOpened(String payment);

  @Query(
      """
      select new vn.dvc.pay.cases.Cases$OpenCases(f.kind, count(f), min(f.opened))
      from CaseEntity f where f.closed is null group by f.kind order by min(f.opened)""")
  List<Cases.OpenCases> open();
}
