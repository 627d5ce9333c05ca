package vn.dvc.pay.payment.outcome;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankMessages;
import vn.dvc.pay.bank.NoticeReceived;
import vn.dvc.pay.clarification.InquiryTrigger;
import vn.dvc.pay.payment.late.LateSuccessDetector;
import vn.dvc.pay.values.AttemptRef;

/** A bank says that an attempt changed there: only a hint, so the bank is asked at once. */
@Component
public class NoticedOutcomes {
  private final BankMessages messages;
  private final BankCalls calls;
  private final LateSuccessDetector late;
  private final InquiryTrigger inquiries;

  public NoticedOutcomes(
      BankMessages messages, BankCalls calls, LateSuccessDetector late, InquiryTrigger inquiries) {
    this.messages = messages;
    this.calls = calls;
    this.late = late;
    this.inquiries = inquiries;
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
    return inquiries.hear(attempt.get().ref()) || late.hear(attempt.get());
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
