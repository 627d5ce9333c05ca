package vn.dvc.pay.clarification.inquiry;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.dvc.pay.bank.LateAnswer.OutcomeBecameCertain;
import vn.dvc.pay.clarification.ImmediateInquiry;

/**
 * A bank's own late answer makes the outcome of a call certain, so the waiting process continues at
 * once: in the transaction that records the answer, after the recorder has read it.
 */
@Component
class AnsweredDoubts {
  private final ImmediateInquiry inquiries;

  AnsweredDoubts(ImmediateInquiry inquiries) {
    this.inquiries = inquiries;
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void end(OutcomeBecameCertain news) {
    inquiries.askNow(news.attempt());
  }
}
