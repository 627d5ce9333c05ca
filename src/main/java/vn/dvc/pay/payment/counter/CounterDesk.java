package vn.dvc.pay.payment.counter;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.book.MethodDesk;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.book.PaymentRules;
import vn.dvc.pay.values.Problem;

/**
 * What becomes of a payment at the counter: asked for, cancelled, its money come. Each is one
 * transaction on the locked payment.
 */
@Component
public class CounterDesk implements MethodDesk {
  private final Instructions instructions;
  private final CounterPaymentWorkflow workflow;
  private final DatabaseTime time;

  CounterDesk(Instructions instructions, CounterPaymentWorkflow workflow, DatabaseTime time) {
    this.instructions = instructions;
    this.workflow = workflow;
    this.time = time;
  }

  @Override
  public Method method() {
    return Method.COUNTER;
  }

  /** It waits for the money when this returns. */
  @Override
  public void start(PaymentRow row, PaymentRules rules) {
    instructions.issue(row, rules);
    workflow.paymentRequested(row);
  }

  /** It is cancelled, and its dossiers are free, when this returns. */
  @Override
  public void cancelRequested(PaymentRow row) {
    if (row.status() != PaymentStatus.WAITING_FOR_COLLECTION) {
      throw Problem.conflict("already-processing").with("payment", row.id().text());
    }
    workflow.cancelRequested(row);
  }

  /** This collection is the payment's money. It is paid when this returns. */
  public void collected(PaymentRow row, UUID collection) {
    instructions.paidBy(row.id(), collection);
    row.moveTo(PaymentStatus.PROCESSING, time.now());
    workflow.collectionNoticed(row);
  }

  /**
   * This collection is the money of a payment that had ended without; its dossiers are held for it
   * again. It is paid when this returns.
   */
  public void collectedLate(PaymentRow row, UUID collection) {
    instructions.paidBy(row.id(), collection);
    row.takeUpAgain(time.now());
    workflow.moneyCameLate(row);
  }
}
