package vn.dvc.pay.web.api.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.payment.IncomingMoney.State;
import vn.dvc.pay.payment.LateDebits;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.web.Messages;
import vn.dvc.pay.web.Some;
import vn.dvc.pay.web.api.payment.PaymentView.ReceivedView;

/** What the portal is told of money that was debited too late, beside what was collected. */
@Tag("fast")
class PaymentViewsTest {
  private static final Instant REPORTED = Instant.parse("2026-11-25T02:00:00Z");
  private static final Instant BACK = Instant.parse("2026-11-25T02:05:00Z");

  private final PaymentId id = PaymentId.fresh();
  private final Messages messages = mock(Messages.class);

  @BeforeEach
  void textsAreTheirKeys() {
    when(messages.status(anyString(), anyString(), any()))
        .thenAnswer(asked -> asked.getArgument(0) + "." + asked.getArgument(1));
  }

  @Test
  void lateDebitOfAnEndedPaymentGoesBackAndThenIsBack() {
    var ended = Some.paymentDeclined(id, "bank-unavailable");
    assertThat(lateDebits(ended, null)).containsExactly(told(State.RETURNING, null));
    assertThat(lateDebits(ended, BACK)).containsExactly(told(State.RETURNED, BACK));
  }

  @Test
  void runningPaymentIsNotLookedUp() {
    assertThat(lateDebits(Some.paymentWaitingForOtp(id), BACK)).isEmpty();
  }

  private List<ReceivedView> lateDebits(Payment payment, Instant returnedAt) {
    LateDebits debits =
        asked ->
            List.of(
                new LateDebits.LateDebit(
                    "970415", "A-1", Money.dong(120_000), REPORTED, returnedAt));
    return new PaymentViews(mock(Banks.class), messages, debits, "")
        .of(payment, Messages.VIETNAMESE)
        .lateDebits();
  }

  private static ReceivedView told(State state, Instant returnedAt) {
    return new ReceivedView(
        120_000, REPORTED, "970415", "A-1", state, "money." + state, 120_000L, returnedAt);
  }
}
