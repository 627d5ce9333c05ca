package vn.dvc.pay.clarification;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.clarification.record.ClarificationEntity;
import vn.dvc.pay.clarification.record.ClarificationRepository;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.Processes.NotWaiting;
import vn.dvc.pay.values.AttemptRef;

/**
 * Has the bank asked at once about an attempt with an unknown outcome, whoever brings the news: the
 * bank itself, a statement, two persons or the payer. Such inquiries do not count for the schedule.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ImmediateInquiry {
  private final ClarificationRepository clarifications;
  private final AttemptOwners owners;
  private final BankCalls calls;
  private final Processes processes;

  ImmediateInquiry(
      ClarificationRepository clarifications,
      AttemptOwners owners,
      BankCalls calls,
      Processes processes) {
    this.clarifications = clarifications;
    this.owners = owners;
    this.calls = calls;
    this.processes = processes;
  }

  /**
   * Asks the bank once more after an inquiry that is in progress, because its answer may be older
   * than this news.
   *
   * @return whether the attempt's outcome is unknown
   */
  public boolean askWithNews(AttemptRef attempt) {
    var clarification = lock(attempt);
    if (clarification == null) {
      return false;
    }
    if (!wakeUp(clarification)) {
      clarification.noteNews();
    }
    return true;
  }

  /**
   * Does nothing if an inquiry is in progress.
   *
   * @return whether the attempt's outcome is unknown
   */
  public boolean askNow(AttemptRef attempt) {
    var clarification = lock(attempt);
    if (clarification == null) {
      return false;
    }
    wakeUp(clarification);
    return true;
  }

  /** Locks what a decision about the attempt may change, in lock order. */
  public void lockIfInDoubt(AttemptRef attempt) {
    lock(attempt);
  }

  private ClarificationEntity lock(AttemptRef attempt) {
    if (!clarifications.existsById(attempt.id())) {
      return null; // most news is about attempts whose outcome is known
    }
    owners.lock(attempt);
    calls.lock(attempt);
    return clarifications.lock(attempt.id()).orElse(null);
  }

  private boolean wakeUp(ClarificationEntity clarification) {
    var attempt = new AttemptRef(clarification.getId()).toString();
    var wasWoken = clarification.markWoken(true);
    try {
      processes.sendMessageByKey("clarify-outcome", attempt, "outcomeNoticed");
      return true;
    } catch (NotWaiting inquiryInProgress) {
      clarification.markWoken(wasWoken);
      return false;
    }
  }
}
