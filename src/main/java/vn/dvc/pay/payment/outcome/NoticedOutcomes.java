package vn.dvc.pay.payment.outcome;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.notices.BankMessages;
import vn.dvc.pay.bank.notices.NoticeReceived;
import vn.dvc.pay.clarification.ImmediateInquiry;
import vn.dvc.pay.payment.late.LateSuccessDetector;
import vn.dvc.pay.values.AttemptRef;

/**
 * Reacts to a bank's notice that an attempt has changed. The notice is only a hint, so an inquiry
 * follows at once.
 */
@Component
public class NoticedOutcomes {
  private final BankMessages messages;
  private final BankCalls calls;
  private final LateSuccessDetector late;
  private final ImmediateInquiry inquiries;

  public NoticedOutcomes(
      BankMessages messages,
      BankCalls calls,
      LateSuccessDetector late,
      ImmediateInquiry inquiries) {
    this.messages = messages;
    this.calls = calls;
    this.late = late;
    this.inquiries = inquiries;
  }

  @EventListener
  @Transactional
  public void on(NoticeReceived notice) {
    if (!notice.event().equals("TRANSACTION_CHANGED") || !isHandled(notice)) {
      return;
    }
    messages.handled(notice.message());
  }

  /** Whether the notice is done with; otherwise it is redelivered. */
  private boolean isHandled(NoticeReceived notice) {
    var attempt = attempt(notice);
    if (attempt.isEmpty()) {
      return true; // not ours, or not this bank's
    }
    return inquiries.askWithNews(attempt.get().ref()) || late.detect(attempt.get());
  }

  /** The only attempt at this bank that matches the reference, which may have been truncated. */
  private Optional<Attempt> attempt(NoticeReceived notice) {
    var meant =
        AttemptRef.meantBy(notice.reference()).stream()
            .flatMap(each -> calls.find(each).stream())
            .filter(attempt -> attempt.bank().equals(notice.bank()))
            .toList();
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }
}
