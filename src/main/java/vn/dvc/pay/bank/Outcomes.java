package vn.dvc.pay.bank;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.engine.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;

/**
 * Writes answers to their calls and moves the attempts by them. The attempt's row is locked first,
 * so that two answers for one attempt follow each other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Outcomes {
  private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

  private final AttemptRows attempts;
  private final CallRows calls;
  private final DatabaseTime time;
  private final ApplicationEventPublisher events;

  Outcomes(
      AttemptRows attempts, CallRows calls, DatabaseTime time, ApplicationEventPublisher events) {
    this.attempts = attempts;
    this.calls = calls;
    this.time = time;
    this.events = events;
  }

  /** What is known of a call's answer now. */
  static BankAnswer standing(CallView call) {
    return call.answer() == null
        ? new BankAnswer.Unknown("being-sent")
        : WrittenAnswer.parse(call.answer()).answer();
  }

  BankAnswer record(BankCalls.Answered answered) {
    var call = lockedCall(answered.call().id());
    if (call.state() == CallState.CREATED) {
      throw new IllegalStateException("Call " + call.callRef() + " was not claimed");
    }
    return write(call, answered.answer());
  }

  /** A call that nobody may send any more; unless somebody claimed it since it was looked at. */
  BankAnswer unsent(CallView seen, BankAnswer.NotSent answer) {
    var call = lockedCall(seen.callRef());
    return call.state() == CallState.CREATED ? write(call, answer) : standing(call);
  }

  private CallView lockedCall(UUID ref) {
    var call = calls.findByCallRef(ref).orElseThrow();
    attempts.lock(call.attemptRef()).orElseThrow();
    return calls.findByCallRef(ref).orElseThrow();
  }

  private BankAnswer write(CallView call, BankAnswer answer) {
    var verdict = CallState.valueOf(answer.verdict());
    if (call.state().certain()) {
      var stands = standing(call);
      if (verdict.certain()
          && (verdict == CallState.APPROVED) != (call.state() == CallState.APPROVED)) {
        LOG.warn(
            "Security: call {} stands {}, now an answer says {}",
            call.callRef(),
            call.state(),
            verdict);
        if (verdict == CallState.APPROVED && !call.operation().isQuestion()) {
          events.publishEvent(new OutcomeContradicted(new AttemptRef(call.attemptRef())));
        }
      }
      return stands;
    }
    if (call.state() == verdict) {
      return standing(call);
    }
    var written = WrittenAnswer.of(answer);
    if (calls.answer(call.callRef(), call.state(), verdict, written.json(), null, time.now())
        == 0) {
      // A claim came between: it alone does not lock the attempt.
      return standing(calls.findByCallRef(call.callRef()).orElseThrow());
    }
    moveBy(call, written);
    return answer;
  }

  private void moveBy(CallView call, WrittenAnswer written) {
    var attempt = attempts.findByAttemptRef(call.attemptRef()).orElseThrow();
    if (call.operation().isQuestion()) {
      keep(attempt, attempt.state(), written);
      return;
    }
    var next =
        switch (written.verdict()) {
          case APPROVED, DECLINED ->
              AttemptTransitions.after(call.operation(), written.state(), written.reason());
          case NOT_SENT ->
              call.attemptWas() == Attempt.State.CREATED
                  ? Attempt.State.NOT_EXECUTED
                  : call.attemptWas();
          case UNKNOWN, CREATED, SENDING -> Attempt.State.UNKNOWN;
        };
    move(attempt, next, written);
    if (attempt.state() == Attempt.State.UNKNOWN && next != Attempt.State.UNKNOWN) {
      events.publishEvent(new OutcomeBecameCertain(new AttemptRef(call.attemptRef())));
    }
  }

  void move(AttemptView attempt, Attempt.State next, WrittenAnswer written) {
    if (next == attempt.state() || AttemptTransitions.legal(attempt.state(), next)) {
      keep(attempt, next, written);
    } else {
      LOG.warn(
          "Security: attempt {} stays {}, an answer says {}",
          attempt.attemptRef(),
          attempt.state(),
          next);
    }
  }

  private void keep(AttemptView attempt, Attempt.State next, WrittenAnswer written) {
    attempts.move(
        attempt.attemptRef(),
        attempt.state(),
        attempt.version(),
        next,
        written.bankRef(),
        written.last4(),
        written.cardToken());
  }
}
