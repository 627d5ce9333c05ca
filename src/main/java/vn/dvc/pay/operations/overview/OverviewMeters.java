package vn.dvc.pay.operations.overview;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.BankWatch.Breaker;
import vn.dvc.pay.bank.BankWatch.Condition;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.cases.CaseKinds;
import vn.dvc.pay.cases.Cases.OpenCases;
import vn.dvc.pay.operations.overview.Overview.BankLine;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;

/**
 * The facts of the overview as metrics, for alerts and dashboards. A gauge without a value is NaN.
 */
@Component
class OverviewMeters implements MeterBinder {
  private final LatestOverview overview;
  private final Banks banks;
  private final CaseKinds kinds;

  OverviewMeters(LatestOverview overview, Banks banks, CaseKinds kinds) {
    this.overview = overview;
    this.banks = banks;
    this.kinds = kinds;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    payments(meters);
    banks.all().forEach(bank -> bank(meters, bank));
    kinds.names().forEach(kind -> cases(meters, kind));
    gauge(meters, "dvc.steps.stuck", Tags.empty(), it -> (double) it.stuck().steps());
    gauge(meters, "dvc.outbox.waiting", Tags.empty(), it -> (double) it.outbox().waiting());
    gauge(meters, "dvc.outbox.given.up", Tags.empty(), it -> (double) it.outbox().givenUp());
    gauge(meters, "dvc.mailings.waiting", Tags.empty(), it -> (double) it.mailings().waiting());
    gauge(meters, "dvc.mailings.given.up", Tags.empty(), it -> (double) it.mailings().givenUp());
    gauge(
        meters,
        "dvc.reconciliation.differences",
        Tags.empty(),
        it -> (double) it.reconciliation().differences());
    seconds(
        meters,
        "dvc.reconciliation.unfinished.oldest",
        Tags.empty(),
        it -> it.reconciliation().dueSince());
    gauge(meters, "dvc.clock.right", Tags.empty(), it -> it.clockIsRight() ? 1.0 : 0.0);
  }

  private void payments(MeterRegistry meters) {
    for (var method : Method.values()) {
      for (var status : PaymentStatus.values()) {
        if (!status.isFinished()) {
          gauge(
              meters,
              "dvc.payments.open",
              Tags.of("method", method.name(), "status", status.name()),
              it -> open(it, method, status));
        }
      }
    }
    gauge(
        meters,
        "dvc.payments.being.checked",
        Tags.empty(),
        it -> (double) it.beingChecked().count());
    seconds(
        meters, "dvc.payments.being.checked.oldest", Tags.empty(), it -> it.beingChecked().since());
  }

  private static double open(Overview it, Method method, PaymentStatus status) {
    return it.payments().stream()
        .filter(open -> open.method() == method && open.status() == status)
        .mapToDouble(open -> open.count())
        .sum();
  }

  private void bank(MeterRegistry meters, Bank bank) {
    var tags = Tags.of("bank", bank.bin());
    seconds(meters, "dvc.bank.last.answer", tags, it -> condition(it, bank).lastAnswer());
    gauge(meters, "dvc.bank.unclear", tags, it -> (double) condition(it, bank).unclear());
    seconds(meters, "dvc.bank.unclear.oldest", tags, it -> condition(it, bank).unclearSince());
    for (var inquiries : new boolean[] {false, true}) {
      var line = tags.and("line", inquiries ? "inquiries" : "calls");
      gauge(
          meters,
          "dvc.bank.breaker.open",
          line,
          it -> breaker(condition(it, bank), inquiries) == Breaker.OPEN ? 1.0 : 0.0);
      gauge(
          meters,
          "dvc.bank.slots.busy",
          line,
          it -> {
            var loads = line(it, bank);
            var load = inquiries ? loads.inquiries() : loads.calls();
            return (double) load.busy() / load.slots();
          });
    }
  }

  private static Breaker breaker(Condition bank, boolean inquiries) {
    return inquiries ? bank.inquiries() : bank.calls();
  }

  private static Condition condition(Overview it, Bank bank) {
    return line(it, bank).condition();
  }

  private static BankLine line(Overview it, Bank bank) {
    Predicate<BankLine> same = line -> line.condition().bank().bin().equals(bank.bin());
    return it.banks().stream()
        .filter(same)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No bank " + bank.bin()));
  }

  private void cases(MeterRegistry meters, String kind) {
    var tags = Tags.of("kind", kind);
    gauge(
        meters,
        "dvc.cases.open",
        tags,
        it ->
            it.cases().stream()
                .filter(open -> open.kind().equals(kind))
                .mapToDouble(OpenCases::count)
                .sum());
    seconds(
        meters,
        "dvc.cases.oldest",
        tags,
        it ->
            it.cases().stream()
                .filter(open -> open.kind().equals(kind))
                .map(OpenCases::oldest)
                .findFirst()
                .orElse(null));
  }

  /** How long ago; zero if there is none. */
  private void seconds(
      MeterRegistry meters, String name, Tags tags, Function<Overview, @Nullable Instant> since) {
    Gauge.builder(
            name,
            overview,
            latest ->
                latest.get().map(it -> secondsBetween(since.apply(it), it.at())).orElse(Double.NaN))
        .tags(tags)
        .baseUnit("seconds")
        .strongReference(true)
        .register(meters);
  }

  private static double secondsBetween(@Nullable Instant since, Instant now) {
    return since == null ? 0 : Math.max(0, now.getEpochSecond() - since.getEpochSecond());
  }

  private void gauge(
      MeterRegistry meters, String name, Tags tags, Function<Overview, Double> value) {
    Gauge.builder(name, overview, latest -> latest.get().map(value).orElse(Double.NaN))
        .tags(tags)
        .strongReference(true)
        .register(meters);
  }
}
