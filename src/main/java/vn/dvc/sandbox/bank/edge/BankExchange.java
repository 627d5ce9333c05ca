package vn.dvc.sandbox.bank.edge;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.moods.Habits;
import vn.dvc.sandbox.bank.moods.SandboxFaults;
import vn.dvc.sandbox.bank.post.Notices;
import vn.dvc.sandbox.bank.state.BankState;
import vn.dvc.sandbox.bank.state.JournalEntry;
import vn.dvc.sandbox.signing.RequestVerifier;
import vn.dvc.sandbox.wire.Unending;
import vn.dvc.sandbox.wire.Wire;

/**
 * One request on its way through a bank: verified, journalled, decided, forced to disk, answered.
 * At each of these points it can go wrong as a tester ordered.
 */
@Component
class BankExchange {

  private final RequestVerifier verifier;
  private final SandboxFaults faults;
  private final BankState state;
  private final RequestDispatcher dispatcher;
  private final Delays delays;
  private final Notices notices;

  BankExchange(
      RequestVerifier verifier,
      SandboxFaults faults,
      BankState state,
      RequestDispatcher dispatcher,
      Delays delays,
      Notices notices) {
    this.verifier = verifier;
    this.faults = faults;
    this.state = state;
    this.dispatcher = dispatcher;
    this.delays = delays;
    this.notices = notices;
  }

  void serve(Request request, Wire wire, Answers answers) throws IOException {
    Optional<String> refusal = verifier.refusal(request.envelope(), request.at());
    if (refusal.isPresent()) {
      state.receive(request.received(refusal.get(), null), Optional::empty);
      state.force();
      answers.send(Reply.problem(401, refusal.get(), "The request's signature is not accepted"));
      return;
    }
    Habits habits = faults.takeHabits(request.bank().bin(), request.operation());
    answers.timedBy(habits);
    SandboxFaults.Switched switched =
        faults.take(request.bank().bin(), request.operation()).orElse(null);
    Fault fault =
        state
            .receive(
                request.received(null, switched == null ? null : switched.fault()),
                () -> dispatcher.fault(request))
            .fault();
    int seconds = switched != null ? switched.seconds() : fault != null ? fault.usualSeconds() : 0;
    if (fault == Fault.NO_ANSWER) {
      state.force();
      delays.sit(seconds);
      wire.close();
    } else if (fault == Fault.ERROR_BEFORE) {
      state.force();
      answers.send(Reply.unavailable());
    } else if (fault == Fault.LATE_SUCCESS) {
      delays.later(seconds, () -> decide(request, habits));
      wire.close();
    } else {
      answer(request, habits, fault, seconds, wire, answers);
    }
    state.answered(
        new JournalEntry.Answered(
            request.bank().bin(),
            request.received(null, null).callRef(),
            Instant.now(),
            answers.status(),
            fault));
  }

  private void answer(
      Request request, Habits habits, Fault fault, int seconds, Wire wire, Answers answers)
      throws IOException {
    if (fault == Fault.DUPLICATE) {
      decide(request, habits);
      state.receive(request.received(null, Fault.DUPLICATE), Optional::empty);
    }
    Reply reply = decide(request, habits);
    if (fault == null || fault == Fault.DUPLICATE) {
      answers.send(fault == null ? reply : reply.doubled());
      return;
    }
    switch (fault) {
      case ANSWER_LOST -> wire.close();
      case RESET -> wire.reset();
      case ERROR_AFTER -> answers.send(Reply.unavailable());
      case MALFORMED -> answers.sendCutOff(reply);
      case BAD_SIGNATURE -> answers.sendWronglySigned(reply);
      case WRONG_AMOUNT -> answers.send(reply.withWrongAmount());
      case CONTRADICTION -> answers.send(reply.contradicted());
      case SLOW -> {
        delays.sit(seconds);
        answers.send(reply);
      }
      case TRICKLE, FLOOD, STALL ->
          answers.sendWithoutEnd(
              reply, Unending.valueOf(fault.name()), Duration.ofSeconds(seconds));
      default -> throw new IllegalStateException("No implementation of fault " + fault);
    }
  }

  /** Decides, and returns the reply once everything it reveals is on disk. */
  private Reply decide(Request request, Habits habits) {
    Reply reply = dispatcher.reply(request, habits);
    state.force();
    if (habits.has(Fault.NOTIFY_ALL) && request.attemptRef() != null) {
      notices.tellOf(request.bank().bin(), request.attemptRef());
    }
    return reply;
  }
}
