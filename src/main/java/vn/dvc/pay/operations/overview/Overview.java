package vn.dvc.pay.operations.overview;

import java.time.Instant;
import java.util.List;
import vn.dvc.pay.bank.BankWatch;
import vn.dvc.pay.cases.Cases.OpenCases;
import vn.dvc.pay.engine.watch.StuckSteps;
import vn.dvc.pay.engine.watch.WorkerLoad.Load;
import vn.dvc.pay.mailing.MailingWatch;
import vn.dvc.pay.notification.OutboxWatch;
import vn.dvc.pay.operations.nodes.SeenNode;
import vn.dvc.pay.payment.PaymentWatch;
import vn.dvc.pay.reconciliation.Reconciliations;

/**
 * Everything that an operator must know at a glance, read at one moment.
 *
 * @param at when it was read, in database time
 * @param nodes that live or were killed lately
 */
public record Overview(
    Instant at,
    List<BankLine> banks,
    PaymentWatch.BeingChecked beingChecked,
    List<PaymentWatch.Open> payments,
    List<OpenCases> cases,
    StuckSteps.Count stuck,
    OutboxWatch.Condition outbox,
    MailingWatch.Condition mailings,
    Reconciliations.Summary reconciliation,
    List<SeenNode> nodes,
    boolean clockIsRight) {

  /** A bank with this node's slots for it. */
  public record BankLine(BankWatch.Condition condition, Load calls, Load inquiries) {}

  public long openCases() {
    return cases.stream().mapToLong(OpenCases::count).sum();
  }
}
