package vn.dvc.pay.payment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls.CallMade;
import vn.dvc.pay.values.PaymentId;

/** What banks were asked for a payment, and what they answered. */
public interface PaymentStory {

  /** Every attempt to take its money or to give it back, oldest first. */
  List<AttemptMade> attempts(PaymentId payment);

  /** What tells cheaply that something about these payments has changed. */
  Map<PaymentId, Mark> marks(Set<PaymentId> payments);

  /**
   * @param text another one after each step of its story
   */
  record Mark(String text, boolean isFinished) {
    /** Of a payment that does not exist. */
    public static final Mark NONE = new Mark("", true);
  }

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
