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
 * Has an attempt in doubt looked at at once, whoever brings the news: the bank itself, a statement,
 * two persons, the payer. An inquiry made for news is none of the schedule's.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class InquiryTrigger {
  private final ClarificationRepository rows;
  private final AttemptOwners owners;
  private final BankCalls calls;
  private final Processes processes;

  InquiryTrigger(
      ClarificationRepository rows, AttemptOwners owners, BankCalls calls, Processes processes) {
    this.rows = rows;
    this.owners = owners;
    this.calls = calls;
    this.processes = processes;
  }

  /**
   * The bank's answer to an inquiry that is under way may be older than this news, so the bank is
   * asked once more after it.
   *
   * @return whether the attempt is in doubt
   */
  public boolean hear(AttemptRef attempt) {
    var row = lock(attempt);
    if (row == null) {
      return false;
    }
    if (!wakes(row)) {
      row.hearsNews();
    }
    return true;
  }

  /**
   * An inquiry that is under way is enough.
   *
   * @return whether the attempt is in doubt
   */
  public boolean askNow(AttemptRef attempt) {
    var row = lock(attempt);
    if (row == null) {
      return false;
    }
    wakes(row);
    return true;
  }

  /** Locks what a decision about the attempt may change, in the order in which all lock. */
  public void lockIfInDoubt(AttemptRef attempt) {
    lock(attempt);
  }

  private ClarificationEntity lock(AttemptRef attempt) {
    if (!rows.existsById(attempt.id())) {
      return null; // most news is of attempts that nobody doubts
    }
    owners.lock(attempt);
    calls.lock(attempt);
    return rows.lock(attempt.id()).orElse(null);
  }

  private boolean wakes(ClarificationEntity row) {
    var attempt = new AttemptRef(row.getId()).toString();
    var wasWoken = row.wakes(true);
    try {
      processes.tellKeyed("clarify-outcome", attempt, "outcomeNoticed");
      return true;
    } catch (NotWaiting anInquiryIsUnderWay) {
      row.wakes(wasWoken);
      return false;
    }
  }
}
