package vn.dvc.pay.operations.overview;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.BankWatch;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.watch.NodeClock;
import vn.dvc.pay.engine.watch.StuckSteps;
import vn.dvc.pay.engine.watch.WorkerLoad;
import vn.dvc.pay.engine.watch.WorkerLoad.Load;
import vn.dvc.pay.mailing.MailingWatch;
import vn.dvc.pay.notification.OutboxWatch;
import vn.dvc.pay.operations.nodes.NodeRepository;
import vn.dvc.pay.operations.overview.Overview.BankLine;
import vn.dvc.pay.payment.PaymentWatch;
import vn.dvc.pay.reconciliation.Reconciliations;
import vn.dvc.pay.time.DatabaseTime;

/** Collects the overview from all rooms. */
@Service
class OverviewService {
  private final BankWatch banks;
  private final ObjectProvider<WorkerLoad> workers;
  private final PaymentWatch payments;
  private final Cases cases;
  private final StuckSteps steps;
  private final OutboxWatch outbox;
  private final MailingWatch mailings;
  private final Reconciliations reconciliations;
  private final NodeRepository nodes;
  private final NodeClock clock;
  private final DatabaseTime time;

  OverviewService(
      BankWatch banks,
      ObjectProvider<WorkerLoad> workers,
      PaymentWatch payments,
      Cases cases,
      StuckSteps steps,
      OutboxWatch outbox,
      MailingWatch mailings,
      Reconciliations reconciliations,
      NodeRepository nodes,
      NodeClock clock,
      DatabaseTime time) {
    this.banks = banks;
    this.workers = workers;
    this.payments = payments;
    this.cases = cases;
    this.steps = steps;
    this.outbox = outbox;
    this.mailings = mailings;
    this.reconciliations = reconciliations;
    this.nodes = nodes;
    this.clock = clock;
    this.time = time;
  }

  @Transactional(readOnly = true)
  public Overview read() {
    return new Overview(
        time.now(),
        bankLines(),
        payments.beingChecked(),
        payments.open(),
        cases.open(),
        steps.count(),
        outbox.now(),
        mailings.now(),
        reconciliations.summary(),
        nodes.all(),
        clock.isRight());
  }

  private List<BankLine> bankLines() {
    Map<String, Load> loads =
        workers.stream()
            .flatMap(worker -> worker.loads().stream())
            .collect(Collectors.toMap(Load::topic, Function.identity(), (one, other) -> one));
    return banks.all().stream()
        .map(
            it ->
                new BankLine(
                    it,
                    load(loads, it.bank().topic(), it.bank().slots()),
                    load(loads, it.bank().inquiryTopic(), it.bank().inquirySlots())))
        .toList();
  }

  /** A worker that is not open yet has none of its slots taken. */
  private static Load load(Map<String, Load> loads, String topic, int slots) {
    return loads.getOrDefault(topic, new Load(topic, slots, 0));
  }
}
