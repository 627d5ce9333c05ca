package vn.dvc.pay.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.Processes.NotWaiting;

/** Opens cases and closes those that settle themselves; the deciding is told by the process. */
@Service
class CaseRoom implements Cases {
  private static final Logger LOG = LoggerFactory.getLogger(CaseRoom.class);

  private final CaseFiles files;
  private final CaseKinds kinds;
  private final Processes processes;
  private final DatabaseTime time;

  CaseRoom(CaseFiles files, CaseKinds kinds, Processes processes, DatabaseTime time) {
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
    var key = CaseFile.openKey(kind, subject);
    var open = files.lockOpen(key).or(() -> lookAgainAtTheDesk(key));
    if (open.isPresent()) {
      open.get().add(moneyState, evidence);
      return open.get().id();
    }
    var fresh = new CaseFile(kind, subject, payment, moneyState, evidence, time.now());
    var file = files.saveAndFlush(fresh);
    file.runsAs(processes.start("decide-case", file.id(), Map.of("caseId", file.id())));
    return file.id();
  }

  @Override
  @Transactional
  public void settle(String kind, String subject, String why) {
    files
        .lockOpen(CaseFile.openKey(kind, subject))
        .ifPresent(
            file -> {
              file.settle(why, time.now());
              tellSettled(file);
            });
  }

  /** A case whose process is gone, deleted by whoever may, is closed all the same. */
  private void tellSettled(CaseFile file) {
    try {
      processes.tell(file.instance(), "caseSettled", Map.of());
    } catch (NotWaiting itsProcessIsGone) {
      LOG.warn("Case {} is settled; its process {} is gone", file.id(), file.instance());
    }
  }

  @Override
  @Transactional(readOnly = true)
  public boolean isOpen(String kind, String subject) {
    return files.existsByOpenKey(CaseFile.openKey(kind, subject));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Case> find(String id) {
    return files.findById(id).map(CaseFile::shown);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Case> list(int page) {
    return files.openFirst(PageRequest.of(page, 50)).stream().map(CaseFile::shown).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Case> ofPayment(String payment) {
    return files.findByPaymentOrderByOpened(payment).stream().map(CaseFile::shown).toList();
  }

  /** One at a time opens cases; the one before may have opened just this one. */
  private Optional<CaseFile> lookAgainAtTheDesk(String key) {
    files.lockDesk();
    return files.lockOpen(key);
  }
}
