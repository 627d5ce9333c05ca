package vn.dvc.pay.reconciliation.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.Processes.NotWaiting;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.reconciliation.Reconciliations;
import vn.dvc.pay.reconciliation.day.DayOfBank;
import vn.dvc.pay.reconciliation.day.DayPlan;
import vn.dvc.pay.reconciliation.day.DayRepository;
import vn.dvc.pay.reconciliation.day.DayWatch;
import vn.dvc.pay.reconciliation.difference.Difference;
import vn.dvc.pay.reconciliation.difference.Differences;
import vn.dvc.pay.reconciliation.statement.StoredStatements;
import vn.dvc.pay.reconciliation.statement.TakenStatement;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.Problem;

/** Reports the banks' days to operators and requests statements on demand. */
@Component
public class ReconciliationService implements Reconciliations {
  private final Banks banks;
  private final DayRepository days;
  private final ReportRepository reports;
  private final StoredStatements statements;
  private final Differences differences;
  private final DayPlan plan;
  private final DayWatch watch;
  private final Processes processes;
  private final DatabaseTime time;

  public ReconciliationService(
      Banks banks,
      DayRepository days,
      ReportRepository reports,
      StoredStatements statements,
      Differences differences,
      DayPlan plan,
      DayWatch watch,
      Processes processes,
      DatabaseTime time) {
    this.banks = banks;
    this.days = days;
    this.reports = reports;
    this.statements = statements;
    this.differences = differences;
    this.plan = plan;
    this.watch = watch;
    this.processes = processes;
    this.time = time;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Day> list(String bank, int page) {
    return reports.days(bank, page).stream().map(this::snapshot).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Report> find(String bank, LocalDate day) {
    return days.find(DayOfBank.id(bank, day))
        .map(
            found ->
                new Report(
                    snapshot(found),
                    Optional.ofNullable(found.statement())
                        .flatMap(statements::find)
                        .map(ReconciliationService::statement)
                        .orElse(null),
                    differences.ofDay(bank, day).stream()
                        .filter(each -> each.state() != Difference.State.SETTLED)
                        .map(ReconciliationService::row)
                        .toList()));
  }

  @Override
  @Transactional(readOnly = true)
  public List<Row> lines(String bank, LocalDate day, LineClass kind, int skip, int atMost) {
    return days.find(DayOfBank.id(bank, day))
        .filter(found -> found.statement() != null)
        .map(found -> reports.lines(found.statement(), kind, skip, atMost))
        .orElse(List.of());
  }

  @Override
  @Transactional
  public void importNow(String bank, LocalDate day) {
    banks.find(bank).orElseThrow(() -> Problem.invalid("bank-unknown"));
    if (day.isAfter(VietnamTime.dayOf(time.now()))) {
      throw Problem.invalid("day-not-begun");
    }
    plan.plan(bank, day);
    var found = days.lock(DayOfBank.id(bank, day));
    if (!found.isRunning() || !processes.isRunning(found.processInstance())) {
      plan.start(found);
      return;
    }
    try {
      processes.sendMessage(found.processInstance(), "statementWanted", Map.of());
    } catch (NotWaiting itIsAtWorkOrStuck) {
      throw Problem.conflict(watch.stuckStep(found).isPresent() ? "day-stuck" : "day-at-work");
    }
  }

  @Override
  @Transactional(readOnly = true)
  public Summary summary() {
    return reports.summary(time.now());
  }

  private Day snapshot(DayOfBank it) {
    var counts =
        it.statement() == null
            ? Map.<LineClass, Long>of()
            : reports.counts(it.statement(), it.bank(), it.day());
    return new Day(
        it.bank(),
        it.day(),
        it.state(),
        it.dueAt(),
        it.isRunning() ? it.runsSince() : null,
        it.missing(),
        it.statementOf(),
        counts,
        reports.open(it.bank(), it.day()));
  }

  private static Statement statement(TakenStatement it) {
    var head = it.head();
    return new Statement(
        head.message(),
        it.sha256(),
        head.account(),
        head.from().toInstant(),
        head.to().toInstant(),
        head.opening(),
        head.closing(),
        head.credits().lines(),
        head.credits().sum(),
        head.debits().lines(),
        head.debits().sum());
  }

  private static Row row(Difference it) {
    return new Row(
        it.kind(),
        it.line(),
        it.money(),
        it.bankRef(),
        it.credit(),
        it.bankAmount(),
        it.ourAmount(),
        it.at(),
        it.payment(),
        it.state().name(),
        it.caseId(),
        it.decision());
  }
}
