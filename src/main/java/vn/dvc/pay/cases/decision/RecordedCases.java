package vn.dvc.pay.cases.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Opens cases and closes those that settle themselves; the deciding is told by the process. */
@Service
class RecordedCases implements Cases {
  private static final Logger LOG = LoggerFactory.getLogger(RecordedCases.class);

  private final CaseRepository files;
  private final CaseKinds kinds;
  private final Processes processes;
  private final DatabaseTime time;

  RecordedCases(CaseRepository files, CaseKinds kinds, Processes processes, DatabaseTime time) {
    this.files = files;
    this.kinds = kinds;
    this.processes = processes;
    this.time = time;
  }

  @Override
  @Transactional
  public String open(
      String kind,
      String subject,
      String payment,
      String moneyState,
      Map<String, String> evidence) {
    kinds.named(kind);
    var key = CaseEntity.openKey(kind, subject);
    var open = files.lockOpen(key).or(() -> lookAgainAtTheDesk(key));
    if (open.isPresent()) {
      open.get().add(moneyState, evidence);
      return open.get().id();
    }
    var fresh = new CaseEntity(kind, subject, payment, moneyState, evidence, time.now());
    var file = files.saveAndFlush(fresh);
    file.runsAs(processes.start("decide-case", file.id(), Map.of("caseId", file.id())));
    return file.id();
  }

  @Override
  @Transactional
  public void settle(String kind, String subject, String why) {
    files
        .lockOpen(CaseEntity.openKey(kind, subject))
        .ifPresent(
            file -> {
              file.settle(why, time.now());
              tellSettled(file);
            });
  }

  /** A case whose process is gone, deleted by whoever may, is closed all the same. */
  private void tellSettled(CaseEntity file) {
    try {
      processes.tell(file.instance(), "caseSettled", Map.of());
    } catch (NotWaiting itsProcessIsGone) {
      LOG.warn("Case {} is settled; its process {} is gone", file.id(), file.instance());
    }
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isOpen(String kind, String subject) {
    return files.existsByOpenKey(CaseEntity.openKey(kind, subject));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Case> find(String id) {
    return files.findById(id).map(CaseEntity::shown);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Case> list(int page) {
    return files.openFirst(PageRequest.of(page, 50)).stream().map(CaseEntity::shown).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Case> ofPayment(String payment) {
    return files.findByPaymentOrderByOpened(payment).stream().map(CaseEntity::shown).toList();
  }

  /** One at a time opens cases; the one before may have opened just this one. */
  private Optional<CaseEntity> lookAgainAtTheDesk(String key) {
    files.lockDesk();
    return files.lockOpen(key);
  }
}
