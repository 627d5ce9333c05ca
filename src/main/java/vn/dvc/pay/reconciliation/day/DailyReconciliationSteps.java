package vn.dvc.pay.reconciliation.day;

import vn.dvc.pay.engine.ProcessSteps;
import vn.dvc.pay.engine.ProcessSteps.Verdicts;
import vn.dvc.pay.engine.RecordedAnswer;
import vn.dvc.pay.engine.Timers;

/** The steps of daily-reconciliation.bpmn. */
@ProcessSteps(
    value = "dailyReconciliation",
    variables = {"reconciliationId", "bank"},
    messages = "statementWanted")
public class DailyReconciliationSteps { // public because the engine calls it by reflection
  private final BankDays days;
  private final DayMatching matching;
  private final Timers timers;

  DailyReconciliationSteps(BankDays days, DayMatching matching, Timers timers) {
    this.days = days;
    this.matching = matching;
    this.timers = timers;
  }

  @Verdicts({"FETCHED", "MISSING"})
  public RecordedAnswer fetchStatement(String reconciliationId) {
    var fetched = days.fetch(reconciliationId);
    return () -> days.record(reconciliationId, fetched).name();
  }

  @Verdicts({"IMPORTED", "REFUSED"})
  public String importStatement(String reconciliationId) {
    return days.take(reconciliationId).name();
  }

  @Verdicts({"ASK_AGAIN", "CASE_NEEDED"})
  public String planNextFetch(String reconciliationId) {
    return days.planNextFetch(reconciliationId).name();
  }

  /** When to request the statement again, for the model's timer (ISO 8601). */
  public String nextFetchAt(String reconciliationId) {
    return timers.at(days.nextFetchAt(reconciliationId));
  }

  public void openMissingCase(String reconciliationId) {
    days.openMissingCase(reconciliationId);
  }

  public void openRefusedCase(String reconciliationId) {
    days.openRefusedCase(reconciliationId);
  }

  public void matchLines(String reconciliationId) {
    matching.matchNext(reconciliationId);
  }

  @Verdicts({"MORE", "PENDING", "CERTAIN"})
  public String openCases(String reconciliationId) {
    return matching.openCases(reconciliationId).name();
  }

  /** When to match the lines again, for the model's timer (ISO 8601). */
  public String nextMatchAt(String reconciliationId) {
    return timers.at(matching.nextMatchAt(reconciliationId));
  }

  public void recordEnd(String reconciliationId) {
    days.end(reconciliationId);
  }
}
