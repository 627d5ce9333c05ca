package vn.dvc.pay.payment;

import java.util.List;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls.CallMade;
import vn.dvc.pay.values.PaymentId;

/** What banks were asked for a payment, and what they answered. */
public interface PaymentStory {

  /** Every attempt to take its money or to give it back, oldest first. */
  List<AttemptMade> attempts(PaymentId payment);

  /**
   * @param calls oldest first
   */
  record AttemptMade(Attempt attempt, List<CallMade> calls) {
    /** Whether it returns money rather than taking it. */
    public boolean givesBack() {
      return attempt.subject() instanceof Attempt.Subject.OfReversal;
    }
  }
}
