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
import vn.dvc.pay.bank.AnswerContradicted;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.OutcomeContradicted;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.clarification.record.ClarificationEntity;
import vn.dvc.pay.clarification.record.ClarificationRepository;
import vn.dvc.pay.values.AttemptRef;

/**
 * Holds a bank's answer that comes after its attempt was settled, by two persons or otherwise,
 * against what was settled. Nothing that a bank says of money is dropped: that money moved after
 * all is settled anew or goes the way of a late success; that it did not is a case.
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

  /** What followed from the comparison. */
  public enum Weighed {
    NOTHING_NEW,
    /** What was settled is taken back, and whoever asks is to settle it anew by this answer. */
    DOUBTED_AGAIN,
    /** Somebody sees to it: the way of a late success, or two persons. */
    HANDED_ON
  }

  public static boolean sawNoMoneyMove(Approved found) {
    return !MOVED.contains(found.state());
  }

  /** Whether news of the attempt came while the bank was being asked. */
  public boolean newsSince(AttemptRef attempt) {
    return clarifications.lock(attempt.id()).filter(ClarificationEntity::hasNewsSince).isPresent();
  }

  /**
   * @param settled the attempt, locked after its owner
   * @param asked when the bank was asked what it answers here
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
      case PENDING_OTP, AUTHORISED -> movedMeanwhile(settled, found);
      case CREATED, UNKNOWN -> Weighed.NOTHING_NEW;
    };
  }

  private Weighed moved(Attempt settled, Approved found) {
    if (isDoubtedAgain(settled)) {
      return Weighed.DOUBTED_AGAIN;
    }
    if (settled.subject().startsWith("P")) {
      events.publishEvent(new OutcomeContradicted(settled.ref()));
    } else {
      tellPeople(settled, found);
    }
    return Weighed.HANDED_ON;
  }

  /** Whoever has gone on with what is held learns it from the answer to what was asked next. */
  private Weighed movedMeanwhile(Attempt settled, Approved found) {
    return !sawNoMoneyMove(found) && isDoubtedAgain(settled)
        ? Weighed.DOUBTED_AGAIN
        : Weighed.NOTHING_NEW;
  }

  /** While it is being cleared up, its owner has not gone on by what was settled. */
  private boolean isDoubtedAgain(Attempt settled) {
    return clarifications.lock(settled.ref().id()).isPresent() && calls.doubtUnread(settled.ref());
  }

  /** That nothing was found proves nothing while the bank could still carry it out. */
  private Weighed denied(Attempt settled, Approved found, Instant asked) {
    var last = calls.lastEffective(settled.ref());
    var mayStillBeCarriedOut =
        last.isEmpty()
            || last.get().operation().canLeaveIn(found.state())
                && !Finality.isFinal(last.get(), found, asked);
    if (mayStillBeCarriedOut) {
      return Weighed.NOTHING_NEW;
    }
    tellPeople(settled, found);
    return Weighed.HANDED_ON;
  }

  private Weighed mandate(Attempt settled, Approved found, Instant asked) {
    var inForceForUs = settled.state() == Attempt.State.AUTHORISED;
    var inForceAtBank = found.state() == TransactionState.AUTHORISED;
    if (inForceForUs == inForceAtBank) {
      return Weighed.NOTHING_NEW;
    }
    return inForceAtBank && isDoubtedAgain(settled)
        ? Weighed.DOUBTED_AGAIN
        : denied(settled, found, asked);
  }

  private void tellPeople(Attempt settled, Approved found) {
    var last = calls.lastEffective(settled.ref());
    var operation = last.map(BankCalls.UnknownCall::operation).orElse(Operation.INQUIRY);
    LOG.warn(
        "Security: attempt {} stands {}, an inquiry says {}",
        settled.ref(),
        settled.state(),
        found.state());
    events.publishEvent(new AnswerContradicted(settled.ref(), operation, found.state()));
  }
}
