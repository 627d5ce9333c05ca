package vn.dvc.pay.payment.account;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.Reason;
import vn.dvc.pay.notification.Outbox;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.record.ApprovalDetails;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.payment.record.StopReason;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Person;
import vn.dvc.pay.values.Problem;

/**
 * The second person's word on a payment by account. The caller has locked the payment, so that of
 * approval, refusal, withdrawal and the end of the time for it exactly one counts.
 */
@Component
public class AccountApprovals {
  private final Banks banks;
  private final AccountPaymentWorkflow workflow;
  private final Audit audit;
  private final Outbox outbox;
  private final DatabaseTime time;

  AccountApprovals(
      Banks banks, AccountPaymentWorkflow workflow, Audit audit, Outbox outbox, DatabaseTime time) {
    this.banks = banks;
    this.workflow = workflow;
    this.audit = audit;
    this.outbox = outbox;
    this.time = time;
  }

  /** The time to debit begins now. See {@link vn.dvc.pay.payment.Payments#approve}. */
  public void approve(PaymentEntity payment, Person checker) {
    var approval = payment.approval();
    if (approval.isApproved() && checker.equals(approval.checker())) {
      return;
    }
    var now = time.now();
    requireAwaited(payment, checker, now);
    banks.requireOpen(payment.account().number().bank());
    approval.approvedBy(checker, now);
    payment.windowEndsAt(now.plus(Duration.between(approval.until(), payment.windowEndsAt())));
    workflow.approved(payment);
    write(checker, "payment-approved", payment, "");
  }

  /** See {@link vn.dvc.pay.payment.Payments#refuse}. */
  public void refuse(PaymentEntity payment, Person checker, String reason) {
    var now = time.now();
    requireAwaited(payment, checker, now);
    var why = Reason.of(reason);
    payment.approval().refusedBy(checker, why, now);
    payment.requestStop(StopReason.REFUSED_BY_CHECKER);
    workflow.approvalRefused(payment);
    write(checker, "payment-refused", payment, why);
  }

  /** Records who took back a payment that nobody had approved. */
  public void withdrawn(PaymentEntity payment, Person person) {
    write(person, "payment-withdrawn", payment, "");
  }

  /** Makes a new payment wait for another person than its maker. */
  void await(PaymentEntity payment, Person maker, Duration atMost) {
    var until = payment.createdAt().plus(atMost);
    payment.windowEndsAt(payment.windowEndsAt().plus(atMost));
    payment.approval().await(maker, until);
  }

  /**
   * Tells that it waits, and records who made it; last, because writers of the audit trail queue.
   */
  void made(PaymentEntity payment, Person maker) {
    var data = new LinkedHashMap<String, Object>();
    data.put("payment", payment.id().text());
    data.put("status", payment.status().word());
    data.put("amount", payment.amount().dong());
    data.put("currency", "VND");
    data.put("dossiers", payment.lines().stream().map(PaymentLine::dossier).distinct().toList());
    data.put("until", payment.approval().until().toString());
    outbox.put("payment.approval-awaited", data);
    write(maker, "payment-made", payment, "");
  }

  private void requireAwaited(PaymentEntity payment, Person checker, Instant now) {
    if (!isAwaited(payment) || isOver(payment.approval(), now)) {
      throw Problem.conflict("approval-not-awaited").with("payment", payment.id().text());
    }
    if (checker.is(payment.approval().maker())) {
      throw Problem.conflict("approval-of-own-payment").with("payment", payment.id().text());
    }
  }

  public boolean isAwaited(PaymentEntity payment) {
    return payment.status() == PaymentStatus.WAITING_FOR_APPROVAL && !payment.stopIsRequested();
  }

  static boolean isOver(ApprovalDetails approval, Instant now) {
    return !now.isBefore(approval.until());
  }

  private void write(Person person, String action, PaymentEntity payment, String why) {
    var whose = payment.payer().id();
    audit.write(
        person.id(), action, payment.id().text(), why.isEmpty() ? whose : whose + ": " + why);
  }
}
