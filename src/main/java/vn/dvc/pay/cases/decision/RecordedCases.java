package vn.dvc.pay.cases.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.CaseKinds;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.cases.record.CaseEntity;
import vn.dvc.pay.cases.record.CaseRepository;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.Processes.NotWaiting;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Opens cases, and closes those that need no decision any more; decisions come from the process.
 */
@Service
class RecordedCases implements Cases {
  private static final Logger LOG = LoggerFactory.getLogger(RecordedCases.class);

  private final CaseRepository cases;
  private final CaseKinds kinds;
  private final Processes processes;
  private final DatabaseTime time;

  RecordedCases(CaseRepository cases, CaseKinds kinds, Processes processes, DatabaseTime time) {
    this.cases = cases;
    this.kinds = kinds;
    this.processes = processes;
    this.time = time;
  }

  @Override
  @Transactional
  public String open(
      String kind,
      String subject,
      @Nullable String payment,
      String moneyState,
      Map<String, String> evidence) {
    kinds.named(kind);
    var key = CaseEntity.openKey(kind, subject);
    var open = cases.lockOpen(key).or(() -> lookAgainUnderOpeningLock(key));
    if (open.isPresent()) {
      open.get().add(moneyState, evidence);
      return open.get().id();
    }
    var fresh = new CaseEntity(kind, subject, payment, moneyState, evidence, time.now());
    var file = cases.saveAndFlush(fresh);
    file.runsAs(processes.start("decide-case", file.id(), Map.of("caseId", file.id())));
    return file.id();
  }

  @Override
  @Transactional
  public void settle(String kind, String subject, String why) {
    cases
        .lockOpen(CaseEntity.openKey(kind, subject))
        .ifPresent(
            file -> {
              file.settle(why, time.now());
              endProcess(file);
            });
  }

  /** A case is closed even if its process was deleted by somebody entitled to do so. */
  private void endProcess(CaseEntity file) {
    try {
      processes.sendMessage(file.instance(), "caseSettled", Map.of());
    } catch (NotWaiting itsProcessIsGone) {
      LOG.warn(
          "Case {} is settled, but its process {} no longer exists", file.id(), file.instance());
    }
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isOpen(String kind, String subject) {
    return cases.existsByOpenKey(CaseEntity.openKey(kind, subject));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Case> find(String id) {
    return cases.findById(id).map(CaseEntity::toCase);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Case> list(int page) {
    return cases.openFirst(PageRequest.of(page, 50)).stream().map(CaseEntity::toCase).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Case> ofPayment(String payment) {
    return cases.findByPaymentOrderByOpened(payment).stream().map(CaseEntity::toCase).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<OpenCases> open() {
    return cases.open();
  }

  /** Cases are opened one at a time; the previous transaction may have opened this very one. */
  private Optional<CaseEntity> lookAgainUnderOpeningLock(String key) {
    cases.lockOpening();
    return cases.lockOpen(key);
  }
}
