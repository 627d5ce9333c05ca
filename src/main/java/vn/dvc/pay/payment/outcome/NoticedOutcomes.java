package vn.dvc.pay.payment.outcome;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankMessages;
import vn.dvc.pay.bank.NoticeReceived;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.Processes.NotWaiting;
import vn.dvc.pay.payment.late.LateWords;
import vn.dvc.pay.values.AttemptRef;

/** A bank says that an attempt changed there: only a hint, so the bank is asked at once. */
@Component
class NoticedOutcomes {
  private final BankMessages messages;
  private final BankCalls calls;
  private final LateWords late;
  private final Processes processes;

  NoticedOutcomes(BankMessages messages, BankCalls calls, LateWords late, Processes processes) {
    this.messages = messages;
    this.calls = calls;
    this.late = late;
    this.processes = processes;
  }

  @EventListener
  @Transactional
  public void hear(NoticeReceived notice) {
    if (!notice.event().equals("TRANSACTION_CHANGED") || !isHeard(notice)) {
      return;
    }
    messages.handled(notice.message());
  }

  /** Whether nothing more need be done; otherwise the notice is told again. */
  private boolean isHeard(NoticeReceived notice) {
    var attempt = attempt(notice);
    if (attempt.isEmpty()) {
      return true; // not ours, or not this bank's
    }
    try {
      processes.tellKeyed("clarify-outcome", attempt.get().ref().toString(), "outcomeNoticed");
      return true;
    } catch (NotWaiting nothingIsInDoubt) {
      // Or an inquiry is under way: its answer says what the notice wanted to.
      return late.hear(attempt.get());
    }
  }

  /** The one attempt of this bank that the reference, which may have been cut, can mean. */
  private Optional<Attempt> attempt(NoticeReceived notice) {
    var meant =
        AttemptRef.meantBy(notice.reference()).stream()
            .flatMap(each -> calls.find(each).stream())
            .filter(attempt -> attempt.bank().equals(notice.bank()))
            .toList();
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }
}
