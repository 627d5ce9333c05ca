package vn.dvc.pay.bank.calls;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.LateAnswer.AnswerContradicted;
import vn.dvc.pay.bank.LateAnswer.OutcomeBecameCertain;
import vn.dvc.pay.bank.LateAnswer.OutcomeContradicted;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;

/**
 * Records answers on their calls and moves the attempts accordingly. Locks the attempt first, so
 * that two answers for one attempt are recorded one after the other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AnswerRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerRecorder.class);

  private final AttemptRepository attempts;
  private final CallRepository calls;
  private final DatabaseTime time;
  private final ApplicationEventPublisher events;

  AnswerRecorder(
      AttemptRepository attempts,
      CallRepository calls,
      DatabaseTime time,
      ApplicationEventPublisher events) {
    this.attempts = attempts;
    this.calls = calls;
    this.time = time;
    this.events = events;
  }

  /** The answer to a call as known now. */
  static BankAnswer standing(CallView call) {
    return call.answer() == null
        ? new BankAnswer.Unknown("being-sent")
        : AnswerColumn.read(call.answer());
  }

  BankAnswer record(BankCalls.Answered answered) {
    var attempt = attempts.lockOf(answered.call().id());
    var call = calls.require(answered.call().id());
    if (call.state() == CallState.CREATED) {
      throw new IllegalStateException("Call " + call.callRef() + " was not claimed");
    }
    return write(attempt, call, answered.answer());
  }

  /** Records that a call may no longer be sent, unless it was claimed since it was read. */
  BankAnswer unsent(CallView seen, BankAnswer.NotSent answer) {
    var attempt = attempts.lock(seen.attemptRef());
    var call = calls.require(seen.callRef());
    return call.state() == CallState.CREATED ? write(attempt, call, answer) : standing(call);
  }

  /**
   * @param attempt as it stands: it is locked until the transaction ends
   */
  private BankAnswer write(AttemptView attempt, CallView call, BankAnswer received) {
    var answer = unlessContradictory(attempt.state(), call, received);
    var verdict = CallState.valueOf(answer.verdict());
    if (call.state().isCertain()) {
      var stands = standing(call);
      if (verdict.isCertain()
          && (verdict == CallState.APPROVED) != (call.state() == CallState.APPROVED)) {
        LOG.warn(
            "Security: call {} is recorded as {}, but a new answer says {}",
            call.callRef(),
            call.state(),
            verdict);
        publishContradiction(call, verdict, answer);
      }
      return stands;
    }
    if (call.state() == verdict) {
      return standing(call);
    }
    var written = AnswerColumn.write(answer);
    if (calls.answer(call, verdict, written, null, time.now()) == 0) {
      // The call was claimed meanwhile; a claim does not lock the attempt.
      return standing(calls.require(call.callRef()));
    }
    moveBy(attempt, call, answer);
    return answer;
  }

  /** An impossible answer gives no certainty: it is kept, and the bank is asked again. */
  private static BankAnswer unlessContradictory(
      Attempt.State known, CallView call, BankAnswer received) {
    if (!AttemptTransitions.leavesDoubt(call.operation(), known, received)) {
      return received;
    }
    LOG.warn(
        "Security: call {} of an attempt in state {} got an impossible answer: {} {} {}",
        call.callRef(),
        known,
        received.verdict(),
        received.state(),
        received.reason());
    return new BankAnswer.Unknown(
        "contradictory: %s %s %s while %s"
            .formatted(received.verdict(), received.state(), received.reason(), known));
  }

  /** A late refusal of a resend says nothing about money. */
  private void publishContradiction(CallView call, CallState verdict, BankAnswer answer) {
    var attempt = new AttemptRef(call.attemptRef());
    if (call.operation().isQuestion() || call.operation() == Operation.RESEND) {
      return;
    }
    events.publishEvent(
        verdict == CallState.APPROVED
            ? new OutcomeContradicted(attempt)
            : new AnswerContradicted(attempt, call.operation(), answer.state()));
  }

  private void moveBy(AttemptView attempt, CallView call, BankAnswer answer) {
    if (call.operation().isQuestion()) {
      keep(attempt, attempt.state(), answer);
      return;
    }
    var next =
        switch (CallState.valueOf(answer.verdict())) {
          case APPROVED, DECLINED ->
              AttemptTransitions.after(call.operation(), answer.state(), answer.reason());
          case NOT_SENT ->
              call.attemptWas() == Attempt.State.CREATED
                  ? Attempt.State.NOT_EXECUTED
                  : call.attemptWas();
          case UNKNOWN, CREATED, SENDING -> Attempt.State.UNKNOWN;
        };
    if (!move(attempt, next, answer)) {
      events.publishEvent(
          new AnswerContradicted(
              new AttemptRef(call.attemptRef()), call.operation(), answer.state()));
    }
    if (attempt.state() == Attempt.State.UNKNOWN && next != Attempt.State.UNKNOWN) {
      events.publishEvent(new OutcomeBecameCertain(new AttemptRef(call.attemptRef())));
    }
  }

  /**
   * Moves the attempt if the transition is legal; otherwise leaves it unchanged and returns false.
   */
  boolean move(AttemptView attempt, Attempt.State next, BankAnswer answer) {
    if (next == attempt.state() || AttemptTransitions.isLegal(attempt.state(), next)) {
      keep(attempt, next, answer);
      return true;
    }
    LOG.warn(
        "Security: attempt {} stays {}, illegal transition to {} by an answer",
        attempt.attemptRef(),
        attempt.state(),
        next);
    return false;
  }

  /** Where the answer brings no reference and no card, what is known of them stays. */
  private void keep(AttemptView attempt, Attempt.State next, BankAnswer answer) {
    var approved = answer instanceof BankAnswer.Approved it ? it : null;
    var card = approved == null ? null : approved.card();
    attempts.move(
        attempt,
        next,
        approved == null ? null : approved.bankReference(),
        card == null ? null : card.last4(),
        card == null ? null : card.token());
  }
}
