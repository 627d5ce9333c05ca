package vn.dvc.proof.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is still under way. The evidence can be judged as a whole only once nothing is. */
public final class Unrest {
  private static final Set<String> PAYERS_TURN =
      Set.of(
          "WAITING_FOR_APPROVAL", "WAITING_FOR_CARD", "WAITING_FOR_OTP", "WAITING_FOR_COLLECTION");

  private Unrest() {}

  /** One sentence each; empty if everything is waiting only for a payer or two persons. */
  public static List<String> of(JudgeEvidence evidence) {
    var still = new ArrayList<String>();
    for (var payment : evidence.tables().payments()) {
      if (!payment.isFinished()
          && !PAYERS_TURN.contains(payment.status())
          && !waitsToTryAgain(payment, evidence)
          && !evidence.hasOpenCase(payment.id())) {
        still.add("payment " + payment.id() + " is " + payment.status());
      }
    }
    for (var attempt : evidence.tables().attempts()) {
      if (attempt.isUnknown() && !evidence.hasOpenCase(attempt.ref().toString())) {
        still.add("attempt " + attempt.ref() + " of " + attempt.subject() + " is unknown");
      }
    }
    for (var reversal : evidence.tables().reversals()) {
      if (reversal.state().equals("UNDER_WAY") || reversal.state().equals("BEING_CHECKED")) {
        still.add("reversal " + reversal.id() + " is " + reversal.state());
      }
    }
    for (var news : evidence.tables().outbox()) {
      if (news.delivered() == null && news.failed() == null) {
        still.add("the portal has not acknowledged " + news.type() + " of " + news.payment());
      }
    }
    if (evidence.tables().unhandled() > 0) {
      still.add(evidence.tables().unhandled() + " messages from banks have had no effect yet");
    }
    for (var instance : evidence.engine().instances()) {
      var payment = evidence.payment(instance.key());
      if (instance.runs() && payment != null && payment.isFinished() && instance.isAPayments()) {
        still.add("the process of " + instance.key() + " has not ended");
      }
    }
    return still;
  }

  /** A debit that certainly never happened is retried after minutes; until then nothing moves. */
  private static boolean waitsToTryAgain(Tables.Payment payment, JudgeEvidence evidence) {
    var attempt = evidence.index().attempts().get(payment.attempt());
    return payment.method().equals("ACCOUNT")
        && attempt != null
        && attempt.state().equals("NOT_EXECUTED");
  }
}
