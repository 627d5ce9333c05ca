package vn.dvc.pay.clarification.finality;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.LateAnswer.AnswerContradicted;
import vn.dvc.pay.bank.LateAnswer.OutcomeContradicted;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.clarification.record.ClarificationEntity;
import vn.dvc.pay.clarification.record.ClarificationRepository;
import vn.dvc.pay.values.AttemptRef;

/**
 * Compares a bank's answer that arrives after its attempt was settled, by two persons or otherwise,
 * with the settlement. No statement of a bank about money is dropped: if money moved after all, the
 * attempt is settled anew or handled as a late success; if it did not, a case is opened.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LateAnswers {
  private static final Logger LOG = LoggerFactory.getLogger(LateAnswers.class);

  private static final Set<TransactionState> MOVED =
      EnumSet.of(TransactionState.CAPTURED, TransactionState.DEBITED, TransactionState.REVERSED);

  private final BankCalls calls;
  private final ClarificationRepository clarifications;
  private final ApplicationEventPublisher events;

  LateAnswers(
      BankCalls calls, ClarificationRepository clarifications, ApplicationEventPublisher events) {
    this.calls = calls;
    this.clarifications = clarifications;
    this.events = events;
  }

  /** The result of the comparison. */
  public enum Weighed {
    NOTHING_NEW,
    /** The settlement was reopened, and the caller is to settle the attempt anew by this answer. */
    DOUBTED_AGAIN,
    /** Handled elsewhere: as a late success, or by two persons. */
    HANDED_ON
  }

  public static boolean sawNoMoneyMove(Approved found) {
    return !MOVED.contains(found.state());
  }

  /** Whether news about the attempt arrived while the bank was being asked. */
  public boolean newsSince(AttemptRef attempt) {
    return clarifications.lock(attempt.id()).filter(ClarificationEntity::hasNewsSince).isPresent();
  }

  /**
   * @param settled the attempt, locked after its owner
   * @param asked when the bank was asked for this answer
   */
  public Weighed weigh(Attempt settled, Approved found, Instant asked) {
    if (settled.amount() == null) {
      return mandate(settled, found, asked);
    }
    return switch (settled.state()) {
      case DECLINED, VOIDED, NOT_EXECUTED ->
          sawNoMoneyMove(found) ? Weighed.NOTHING_NEW : moved(settled, found);
      case DEBITED, REVERSED ->
          sawNoMoneyMove(found) ? denied(settled, found, asked) : Weighed.NOTHING_NEW;
      case PENDING_OTP, AUTHORISED -> movedSinceHeld(settled, found);
      case CREATED, UNKNOWN -> Weighed.NOTHING_NEW;
    };
  }

  private Weighed moved(Attempt settled, Approved found) {
    if (reopen(settled)) {
      return Weighed.DOUBTED_AGAIN;
    }
    if (settled.subject() instanceof Attempt.Subject.OfPayment) {
      events.publishEvent(new OutcomeContradicted(settled.ref()));
    } else {
      reportContradiction(settled, found);
    }
    return Weighed.HANDED_ON;
  }

  /**
   * An owner that already continued with the hold learns this from the answer to its next request.
   */
  private Weighed movedSinceHeld(Attempt settled, Approved found) {
    return !sawNoMoneyMove(found) && reopen(settled) ? Weighed.DOUBTED_AGAIN : Weighed.NOTHING_NEW;
  }

  /** While the outcome is being clarified, the owner has not yet acted on the settlement. */
  private boolean reopen(Attempt settled) {
    return clarifications.lock(settled.ref().id()).isPresent() && calls.doubtUnread(settled.ref());
  }

  /** Finding nothing proves nothing while the bank could still execute the request. */
  private Weighed denied(Attempt settled, Approved found, Instant asked) {
    var last = calls.lastEffective(settled.ref());
    var mayStillBeCarriedOut =
        last.isEmpty()
            || last.get().operation().canLeaveIn(found.state())
                && !Finality.isFinal(last.get(), found, asked);
    if (mayStillBeCarriedOut) {
      return Weighed.NOTHING_NEW;
    }
    reportContradiction(settled, found);
    return Weighed.HANDED_ON;
  }

  private Weighed mandate(Attempt settled, Approved found, Instant asked) {
    var inForceForUs = settled.state() == Attempt.State.AUTHORISED;
    var inForceAtBank = found.state() == TransactionState.AUTHORISED;
    if (inForceForUs == inForceAtBank) {
      return Weighed.NOTHING_NEW;
    }
    return inForceAtBank && reopen(settled) ? Weighed.DOUBTED_AGAIN : denied(settled, found, asked);
  }

  private void reportContradiction(Attempt settled, Approved found) {
    var last = calls.lastEffective(settled.ref());
    var operation = last.map(BankCalls.UnknownCall::operation).orElse(Operation.INQUIRY);
    LOG.warn(
        "Security: attempt {} is settled as {}, but an inquiry answers {}",
        settled.ref(),
        settled.state(),
        found.state());
    events.publishEvent(new AnswerContradicted(settled.ref(), operation, found.state()));
  }
}
