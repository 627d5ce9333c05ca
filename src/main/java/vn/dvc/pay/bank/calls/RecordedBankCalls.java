package vn.dvc.pay.bank.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCommand;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.BankGateway;
import vn.dvc.pay.bank.contract.BankRequestBody;
import vn.dvc.pay.bank.settings.BankSettings;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.RetrySchedule;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Money;

/** The money protocol, backed by our two tables and the bank gateway. */
@Component
class RecordedBankCalls implements BankCalls {
  private final AttemptRepository attempts;
  private final CallRepository calls;
  private final CallClaims claims;
  private final AnswerRecorder recorder;
  private final CallSettlement settlement;
  private final BankGateway gateway;
  private final CallLog log;
  private final BankSettings settings;
  private final DatabaseTime time;

  RecordedBankCalls(
      AttemptRepository attempts,
      CallRepository calls,
      CallClaims claims,
      AnswerRecorder recorder,
      CallSettlement settlement,
      BankGateway gateway,
      CallLog log,
      BankSettings settings,
      DatabaseTime time) {
    this.attempts = attempts;
    this.calls = calls;
    this.claims = claims;
    this.recorder = recorder;
    this.settlement = settlement;
    this.gateway = gateway;
    this.log = log;
    this.settings = settings;
    this.time = time;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public AttemptRef open(Attempt.Subject subject, String bank, @Nullable Money amount) {
    var ref = AttemptRef.fresh();
    attempts.insert(
        ref.id(), subject.id(), bank, amount == null ? null : amount.dong(), time.now());
    return ref;
  }

  @Override
  @Transactional(readOnly = true)
  public Attempt attempt(AttemptRef ref) {
    return attempts.require(ref.id()).toAttempt();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Attempt> find(AttemptRef ref) {
    return attempts.find(ref.id()).map(AttemptView::toAttempt);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Attempt lock(AttemptRef ref) {
    return attempts.lock(ref.id()).toAttempt();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public CallRef prepare(AttemptRef ref, BankCommand command) {
    var operation = command.operation();
    var attempt = attempts.lock(ref.id());
    if (!operation.mayBeAskedIn(attempt.state())) {
      throw new IllegalStateException(
          operation + " is not allowed while attempt " + ref + " is " + attempt.state());
    }
    if (operation.concernsMoney() && attempt.amount() == null) {
      throw new IllegalStateException(operation + " of attempt " + ref + " needs an amount");
    }
    var call = CallRef.fresh();
    var now = time.now();
    calls.insert(
        call.id(),
        attempt,
        operation,
        now,
        now.plus(settings.bank().validityOf(operation)),
        command.sealed(),
        BankRequestBody.write(command));
    return call;
  }

  @Override
  public Answered send(
      AttemptRef attempt, Operation operation, Supplier<Optional<String>> objection) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Bank calls must not run inside a transaction");
    }
    var claim = claims.claim(attempt, operation, objection);
    if (claim instanceof CallClaims.Claim.Won won) {
      var request = won.request();
      var started = System.nanoTime();
      var answer = gateway.ask(request);
      log.answered(won.subject(), request, answer, Duration.ofNanos(System.nanoTime() - started));
      return new Answered(request.call(), answer);
    }
    var lost = (CallClaims.Claim.Lost) claim;
    return new Answered(lost.call(), lost.answer());
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public BankAnswer record(Answered answered) {
    return recorder.record(answered);
  }

  @Override
  @Transactional(readOnly = true)
  public RetrySchedule.Tries tries(AttemptRef attempt, Operation operation) {
    var made = calls.of(attempt.id(), operation);
    return new RetrySchedule.Tries(
        made.size(), (int) made.stream().filter(CallView::isRefused).count());
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<UnknownCall> unknownCall(AttemptRef attempt) {
    return calls.unknown(attempt.id()).stream()
        .max(Comparator.comparing(CallView::validUntil))
        .map(call -> new UnknownCall(call.ref(), call.operation(), surelyOver(call)));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<UnknownCall> lastEffective(AttemptRef attempt) {
    return calls
        .lastEffective(attempt.id())
        .map(call -> new UnknownCall(call.ref(), call.operation(), surelyOver(call)));
  }

  @Override
  @Transactional(readOnly = true)
  public @Nullable Instant sentAt(CallRef call) {
    return calls.sentAt(call.id()).orElse(null);
  }

  @Override
  @Transactional(readOnly = true)
  public List<CallMade> made(AttemptRef attempt) {
    return calls.traces(attempt.id()).stream().map(CallTrace::toCallMade).toList();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void settleUnknown(AttemptRef attempt, TransactionState finding, String evidence) {
    settlement.settle(attempt, finding, evidence);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void settleReleased(AttemptRef attempt, String evidence) {
    settlement.release(attempt, evidence);
  }

  @Override
  @Transactional(readOnly = true)
  public boolean wasAuthorised(AttemptRef attempt) {
    return calls.of(attempt.id(), Operation.AUTHORISE).stream()
        .anyMatch(call -> call.state() == CallState.APPROVED);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean doubtAgain(AttemptRef attempt) {
    return settlement.takeBack(attempt);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean doubtUnread(AttemptRef attempt) {
    return settlement.takeBackUnread(attempt);
  }

  @Override
  @Transactional
  public void forgetSealed(AttemptRef attempt) {
    calls.forgetSealed(attempt.id());
  }

  private Instant surelyOver(CallView call) {
    return call.validUntil().plus(settings.bank().clockSkew());
  }
}
