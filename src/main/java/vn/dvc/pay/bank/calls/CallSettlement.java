package vn.dvc.pay.bank.calls;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankAnswer.Declined;
import vn.dvc.pay.bank.BankAnswer.NotSent;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AttemptRef;

/** Closes an unknown call by what an inquiry, or two persons, found out about its attempt. */
@Component
class CallSettlement {
  private final AttemptRepository attempts;
  private final CallRepository calls;
  private final AnswerRecorder recorder;
  private final DatabaseTime time;

  CallSettlement(
      AttemptRepository attempts,
      CallRepository calls,
      AnswerRecorder recorder,
      DatabaseTime time) {
    this.attempts = attempts;
    this.calls = calls;
    this.recorder = recorder;
    this.time = time;
  }

  /**
   * An attempt of which nothing is unknown any more keeps what it has: the bank's own late answer
   * was faster than the finding.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void settle(AttemptRef ref, TransactionState finding, String evidence) {
    var attempt = attempts.lock(ref.id());
    var found = found(ref, finding);
    var unknown = calls.unknown(ref.id());
    for (var call : unknown) {
      if (!call.operation().canLeaveIn(finding)) {
        throw new IllegalArgumentException(
            "No " + call.operation() + " can leave attempt " + ref + " " + finding);
      }
      var verdict = verdict(call.operation(), finding);
      var answer = AnswerColumn.write(answerOf(verdict, found));
      calls.answer(call, verdict, answer, evidence, time.now());
    }
    if (!unknown.isEmpty() || attempt.state() == Attempt.State.UNKNOWN) {
      recorder.move(attempt, state(unknown, finding, found), found);
    }
  }

  /**
   * Two persons vouch that the bank holds nothing of this attempt any more. It is their word that
   * counts, so that it also ends an attempt of which nothing is unknown.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void release(AttemptRef ref, String evidence) {
    settle(ref, TransactionState.VOIDED, evidence);
    var attempt = attempts.require(ref.id());
    if (attempt.state().isHeld()) {
      recorder.move(attempt, Attempt.State.VOIDED, only(TransactionState.VOIDED));
    }
  }

  /** The opposite: what was settled as come to nothing is unknown again. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean takeBack(AttemptRef ref) {
    return takeBack(ref, Attempt.State::cameToNothing);
  }

  /** Also what was settled as held, as long as nobody has gone on by that. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean takeBackUnread(AttemptRef ref) {
    return takeBack(ref, state -> state.cameToNothing() || state.isHeld());
  }

  private boolean takeBack(AttemptRef ref, Predicate<Attempt.State> from) {
    var attempt = attempts.lock(ref.id());
    var last = calls.lastEffective(ref.id());
    if (!from.test(attempt.state()) || last.isEmpty()) {
      return false;
    }
    calls.takeBack(last.get().callRef());
    return attempts.takeBack(attempt) == 1;
  }

  private static Attempt.State state(
      List<CallView> unknown, TransactionState finding, Approved found) {
    return unknown.stream()
        .reduce((earlier, later) -> later)
        .map(call -> AttemptTransitions.after(call.operation(), finding, found.reason()))
        .orElse(AttemptTransitions.of(finding));
  }

  /** The bank's own answer to the inquiry where there is one: it says more than its state. */
  private Approved found(AttemptRef ref, TransactionState finding) {
    return calls
        .prepared(ref.id(), Operation.INQUIRY)
        .map(CallRepository.Prepared::call)
        .filter(inquiry -> inquiry.answer() != null)
        .map(inquiry -> AnswerColumn.read(inquiry.answer()))
        .filter(answer -> answer.state() == finding)
        .filter(Approved.class::isInstance)
        .map(Approved.class::cast)
        .orElse(only(finding));
  }

  private static Approved only(TransactionState finding) {
    return new Approved(finding, null, null, null, null, null);
  }

  /** The finding as the answer to the call that it closes. */
  private static BankAnswer answerOf(CallState verdict, Approved found) {
    return switch (verdict) {
      case APPROVED -> found;
      case DECLINED ->
          new Declined(
              found.reason(),
              found.state(),
              Optional.ofNullable(found.otp()).map(BankAnswer.OtpSent::triesLeft));
      default -> new NotSent(found.reason(), found.state());
    };
  }

  static CallState verdict(Operation operation, TransactionState finding) {
    if (operation.hadItsEffectIn(finding)) {
      return CallState.APPROVED;
    }
    return finding == TransactionState.DECLINED ? CallState.DECLINED : CallState.NOT_SENT;
  }
}
