package vn.dvc.sandbox.bank.edge;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.bank.AttemptState;
import vn.dvc.sandbox.bank.Call;
import vn.dvc.sandbox.bank.DeclinedBecause;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.SandboxOperation;
import vn.dvc.sandbox.bank.attempts.SandboxAttempt;
import vn.dvc.sandbox.bank.attempts.Transaction;
import vn.dvc.sandbox.bank.business.Business;
import vn.dvc.sandbox.bank.business.Businesses;
import vn.dvc.sandbox.bank.business.Decision;
import vn.dvc.sandbox.bank.business.SandboxRuling;
import vn.dvc.sandbox.bank.moods.Habits;
import vn.dvc.sandbox.bank.state.BankState;
import vn.dvc.sandbox.bank.state.JournalEntry;
import vn.dvc.sandbox.bank.statement.StatementWriter;
import vn.dvc.sandbox.signing.Digest;

/**
 * Takes verified requests, checks that they are understandable, and has a line of business decide
 * them.
 */
@Component
class RequestDispatcher {

  private final Businesses businesses;
  private final BankState bankState;
  private final StatementWriter statements;

  RequestDispatcher(Businesses businesses, BankState bankState, StatementWriter statements) {
    this.businesses = businesses;
    this.bankState = bankState;
    this.statements = statements;
  }

  /** How the bank is going to misbehave because of the card or account number. */
  Optional<Fault> fault(Request request) {
    return request.attemptRef() == null
        ? Optional.empty()
        : businesses
            .of(request.operation())
            .flatMap(
                business ->
                    business.fault(
                        request.bank(), request.operation(), request.attemptRef(), request.json()));
  }

  Reply reply(Request request, Habits habits) {
    try {
      if (request.operation() == SandboxOperation.STATEMENT) {
        return statement(request, habits);
      }
      if (habits.has(Fault.HOLD_FORGOTTEN)) {
        bankState.forgetHold(request.bank().bin(), request.attemptRef(), habits.now());
      }
      Optional<Business> business = businesses.of(request.operation());
      return business.isPresent()
          ? decided(business.get(), request, habits)
          : inquired(request, habits.now());
    } catch (Call.BadRequest e) {
      return Reply.problem(400, "request-invalid", e.getMessage());
    }
  }

  private Reply statement(Request request, Habits habits) {
    String path = request.envelope().path();
    try {
      LocalDate day = LocalDate.parse(path.substring(path.lastIndexOf('/') + 1));
      LocalDate told = habits.has(Fault.STALE_STATEMENT) ? day.minusDays(1) : day;
      return statements
          .of(request.bank(), told, habits.now())
          .map(it -> habits.has(Fault.DAY_ENDS_EARLY) ? it.endingEarly() : it)
          .map(it -> it.withReferences(habits::written))
          .map(statement -> new Reply(200, statement))
          .orElse(Reply.problem(404, "statement-not-there", "The day has not begun"));
    } catch (DateTimeParseException e) {
      return Reply.problem(400, "request-invalid", "the day is not a date");
    }
  }

  private Reply inquired(Request request, Instant now) {
    return new Reply(
        200,
        bankState
            .attempt(request.bank().bin(), request.attemptInPath())
            .map(known -> Transaction.of(known, now))
            .orElse(Transaction.unknown(request.attemptInPath())));
  }

  private Reply decided(Business business, Request request, Habits habits) throws Call.BadRequest {
    Call call = Call.read(request.operation(), request.attemptInPath(), request.json());
    if (!call.callRef().toString().equalsIgnoreCase(request.envelope().call())) {
      throw new Call.BadRequest("Dvc-Call differs from callRef");
    }
    if (call.operation() == SandboxOperation.END_MANDATE
        && !request.envelope().path().equals("/mandates/" + call.text("mandate"))) {
      throw new Call.BadRequest("mandate differs from the one in the path");
    }
    String bin = request.bank().bin();
    String digest = digest(request);
    SandboxRuling ruling = business.prepare(request.bank(), call);
    return bankState
        .settle(
            bin,
            call,
            digest,
            known -> rule(call, known, ruling, new Decision(bin, call, digest, habits)))
        .map(settled -> new Reply(200, settled.answer()))
        .orElse(Reply.problem(422, "call-ref-reused", "This callRef came with another request"));
  }

  /**
   * The rules for every line of business: the request is not too late, and it fits the attempt's
   * state.
   */
  private static JournalEntry.Committed rule(
      Call call, Optional<SandboxAttempt> known, SandboxRuling ruling, Decision decision) {
    AttemptState state =
        call.operation().isQuestion()
            ? AttemptState.NOT_FOUND
            : known.map(SandboxAttempt::state).orElse(AttemptState.NOT_FOUND);
    if (decision.now().isAfter(call.validUntil())) {
      return decision.declined(state, DeclinedBecause.REQUEST_EXPIRED);
    }
    boolean fits =
        call.operation().isQuestion()
            || (call.operation().opens()
                ? known.isEmpty()
                : known.filter(it -> Objects.equals(it.amount(), call.amount())).isPresent());
    return fits
        ? ruling.on(known, decision)
        : decision.declined(state, DeclinedBecause.WRONG_STATE);
  }

  /** Distinguishes two requests by everything but their signatures. */
  private static String digest(Request request) {
    return Digest.of(request.operation() + " " + Digest.of(request.envelope().body()));
  }
}
