package vn.dvc.pay.clarification;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.notices.BankMessages;
import vn.dvc.pay.bank.notices.NoticeReceived;
import vn.dvc.pay.payment.late.LateSuccessDetector;
import vn.dvc.pay.payment.outcome.NoticedOutcomes;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/** A notice finds its attempt however the bank spells our reference. */
@Tag("fast")
class NoticedOutcomesTest {
  private static final String BANK = "970415";
  private static final String REF = "0f8fad5b-d9cb-469f-a165-70867728950e";

  private final BankMessages messages = mock(BankMessages.class);
  private final BankCalls calls = mock(BankCalls.class);
  private final ImmediateInquiry inquiries = mock(ImmediateInquiry.class);
  private final NoticedOutcomes noticed =
      new NoticedOutcomes(messages, calls, mock(LateSuccessDetector.class), inquiries);

  @BeforeEach
  void oneAttempt() {
    when(calls.find(any())).thenReturn(Optional.empty());
    known(REF);
    when(inquiries.askWithNews(any())).thenReturn(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        REF,
        "0F8FAD5B-D9CB-469F-A165-70867728950E",
        "0f8fad5bd9cb469fa16570867728950e",
        "0F8FAD5BD9CB469FA16570867728950E",
        "0f8fad5b-d9cb-469f-a165-70867728950"
      })
  void noticeFindsItsAttemptHoweverTheReferenceIsSpelled(String written) {
    hear(written);
    verify(inquiries).askWithNews(AttemptRef.of(REF));
  }

  @Test
  void truncatedReferenceThatFitsTwoAttemptsAffectsNeither() {
    known(REF.substring(0, 35) + "1");
    hear(REF.substring(0, 35).toUpperCase(Locale.ROOT));
    verify(inquiries, never()).askWithNews(any());
  }

  private void hear(String written) {
    var message = UUID.randomUUID();
    noticed.on(new NoticeReceived(message, BANK, written, "TRANSACTION_CHANGED", Instant.now()));
    verify(messages).handled(message);
  }

  private void known(String ref) {
    var attempt =
        new Attempt(
            AttemptRef.of(ref),
            Subject.of(PaymentId.fresh()),
            BANK,
            Money.dong(100),
            Attempt.State.UNKNOWN,
            null,
            null,
            null);
    when(calls.find(attempt.ref())).thenReturn(Optional.of(attempt));
  }
}
