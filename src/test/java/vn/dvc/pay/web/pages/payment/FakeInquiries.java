package vn.dvc.pay.web.pages.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.dvc.pay.payment.InquiryRequests;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.PaymentId;

/** Answers as the test dictates, and remembers who asked. */
class FakeInquiries implements InquiryRequests {
  final List<PaymentId> asked = new ArrayList<>();
  Answer answer;

  void clear() {
    asked.clear();
    answer = new Answer(Result.ASKED, null);
  }

  @Override
  public Answer askNow(PaymentId payment, By by) {
    if (!by.isPayer()) {
      throw new IllegalArgumentException("Only payers ask here");
    }
    asked.add(payment);
    return answer;
  }

  @Override
  public Optional<Instant> nextInquiryAt(PaymentId payment) {
    return Optional.empty();
  }

  @Override
  public void askAbout(AttemptRef attempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void noteStatementLine(AttemptRef attempt, String line) {
    throw new UnsupportedOperationException();
  }
}
