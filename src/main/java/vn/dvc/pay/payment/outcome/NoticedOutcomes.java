package vn.dvc.pay.payment.outcome;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.BankMessages;
import vn.dvc.pay.bank.NoticeReceived;
import vn.dvc.pay.engine.Processes;
import vn.dvc.pay.engine.Processes.NotWaiting;

/** A bank says that an attempt changed there: only a hint, so the bank is asked at once. */
@Component
class NoticedOutcomes {
  private final BankMessages messages;
  private final Processes processes;

  NoticedOutcomes(BankMessages messages, Processes processes) {
    this.messages = messages;
    this.processes = processes;
  }

  @EventListener
  @Transactional
  public void hear(NoticeReceived notice) {
    if (!notice.event().equals("TRANSACTION_CHANGED") || !messages.handled(notice.message())) {
      return;
    }
    try {
      processes.tellKeyed("clarify-outcome", notice.reference(), "outcomeNoticed");
    } catch (NotWaiting nothingIsInDoubt) {
      // Or an inquiry is under way: its answer says what the notice wanted to.
    }
  }
}
