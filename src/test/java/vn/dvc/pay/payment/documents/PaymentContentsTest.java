package vn.dvc.pay.payment.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static vn.dvc.pay.documents.DocumentLanguage.VIETNAMESE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.documents.DocumentContent;
import vn.dvc.pay.documents.DocumentContent.Line;
import vn.dvc.pay.documents.DocumentContent.Received;
import vn.dvc.pay.documents.Documents;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.DossierContent;
import vn.dvc.pay.dossier.DossierContent.Beneficiary;
import vn.dvc.pay.dossier.DossierContent.Fee;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.dossier.ReceiptChecks;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.IncomingMoney.State;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.collection.CollectedMoney;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.payment.record.StopReason;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/** The contents of a payment's documents, and when there is none. */
@Tag("fast")
class PaymentContentsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
  private static final Payer PAYER = new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn A");
  private static final DossierCode LAND = DossierCode.of("000.00.00.H47-261124-0001");
  private static final DossierCode HOUSE = DossierCode.of("000.00.00.H47-261124-0002");
  private static final PaymentId ID = PaymentId.fresh();

  private final PaymentRepository payments = mock(PaymentRepository.class);
  private final Dossiers dossiers = mock(Dossiers.class);
  private final Banks banks = mock(Banks.class);
  private final BankCalls calls = mock(BankCalls.class);
  private final Instructions instructions = mock(Instructions.class);
  private final CollectedMoney collected = mock(CollectedMoney.class);
  private final IncomingMoney incoming = mock(IncomingMoney.class);
  private final ReceiptChecks checks = mock(ReceiptChecks.class);
  private final PaymentContents contents =
      new PaymentContents(
          payments,
          instructions,
          new PaymentFacts(dossiers, banks, calls, instructions, collected),
          new ReceivedMoney(incoming),
          checks);

  @BeforeEach
  void twoDossiersAndABank() {
    stands(LAND, Dossier.Status.PAID, "LP01", "Lệ phí địa chính");
    stands(HOUSE, Dossier.Status.PAID, "LP02", "Lệ phí cấp phép");
    var bank = new Bank("970415", "VietinBank", "", List.of(), null, null, null, null, 1, 1);
    when(banks.find("970415")).thenReturn(Optional.of(bank));
    when(dossiers.receipts(ID.text()))
        .thenReturn(List.of(new Receipt(LAND, "XN1"), new Receipt(HOUSE, "XN2")));
    when(instructions.find(ID))
        .thenReturn(
            Optional.of(
                new Payment.Instruction(
                    "DVC7K2M9QXT",
                    NOW.plusSeconds(60),
                    new AccountNumber("970415", "113366668888"),
                    "Thu phí Quảng Nam",
                    Money.dong(320_000))));
  }

  @Test
  void theSummaryNamesEveryFeeItsDossierItsReceiptAndItsBeneficiary() {
    var payment = byCard();
    when(calls.attempt(payment.money().attempt())).thenReturn(attempt(payment));
    paid(payment);

    var summary = contents.summary(ID, contents.receipts(ID), VIETNAMESE);

    assertThat(summary.amount()).isEqualTo(Money.dong(320_000));
    assertThat(summary.paidAt()).isEqualTo(NOW.plusSeconds(9));
    assertThat(summary.method()).isEqualTo("Thẻ nội địa VietinBank, số cuối 1234");
    assertThat(summary.bankReference()).isEqualTo("FT1");
    assertThat(summary.lines())
        .containsExactly(
            new Line(
                LAND.text(),
                "XN1",
                "LP01",
                "Lệ phí địa chính",
                Money.dong(120_000),
                "Kho bạc",
                "3511001",
                "VietinBank",
                false),
            new Line(
                HOUSE.text(),
                "XN2",
                "LP02",
                "Lệ phí cấp phép",
                Money.dong(200_000),
                "Kho bạc",
                "3511001",
                "ngân hàng 970436",
                false));
  }

  @Test
  void aConfirmationCoversOneDossierOnly() {
    var payment = byCard();
    when(calls.attempt(payment.money().attempt())).thenReturn(attempt(payment));
    paid(payment);

    var confirmation = contents.confirmation(ID, new Receipt(HOUSE, "XN2"), VIETNAMESE);

    assertThat(confirmation.dossier()).isEqualTo(HOUSE.text());
    assertThat(confirmation.amount()).isEqualTo(Money.dong(200_000));
    assertThat(confirmation.lines()).extracting(Line::fee).containsExactly("LP02");
    assertThat(confirmation.procedure()).isEqualTo("Thủ tục");
  }

  @Test
  void refundedDossiersAreMarkedCancelled() {
    var payment = byCard();
    when(calls.attempt(payment.money().attempt())).thenReturn(attempt(payment));
    paid(payment);
    payment.moveTo(PaymentStatus.PARTLY_REVERSED, NOW.plusSeconds(99));
    stands(HOUSE, Dossier.Status.REFUNDED, "LP02", "Lệ phí cấp phép");
    var cancelled = new Receipt(HOUSE, "XN2", NOW.plusSeconds(99));

    assertThat(contents.confirmation(ID, cancelled, VIETNAMESE).cancelledAt())
        .isEqualTo(NOW.plusSeconds(99));
    assertThat(contents.confirmation(ID, new Receipt(LAND, "XN1"), VIETNAMESE).cancelledAt())
        .isNull();
    var summary = contents.summary(ID, List.of(new Receipt(LAND, "XN1"), cancelled), VIETNAMESE);
    assertThat(summary.paidAt()).isEqualTo(NOW.plusSeconds(9));
    assertThat(summary.lines())
        .extracting(Line::receiptNumber, Line::cancelled)
        .containsExactly(tuple("XN1", false), tuple("XN2", true));
  }

  @Test
  void cancellationMakesANewDocumentAndTheOriginalStaysStored() {
    var kept = new HashMap<String, DocumentContent>();
    var documents = mock(Documents.class);
    when(documents.paper(any(), any(), any(), any()))
        .thenAnswer(
            asked -> {
              Supplier<DocumentContent> content = asked.getArgument(3);
              kept.putIfAbsent(asked.getArgument(1) + " " + asked.getArgument(0), content.get());
              return null;
            });
    var printed = new PrintedPaymentDocuments(documents, contents);
    var payment = byCard();
    when(calls.attempt(payment.money().attempt())).thenReturn(attempt(payment));
    paid(payment);
    printed.summary(ID, VIETNAMESE);
    printed.receipt(ID, "XN2", VIETNAMESE);
    var before = Map.copyOf(kept);
    when(dossiers.receipts(ID.text()))
        .thenReturn(List.of(new Receipt(LAND, "XN1"), new Receipt(HOUSE, "XN2", NOW)));
    payment.moveTo(PaymentStatus.PARTLY_REVERSED, NOW.plusSeconds(99));
    printed.summary(ID, VIETNAMESE);
    printed.receipt(ID, "XN2", VIETNAMESE);
    printed.receipt(ID, "XN2", VIETNAMESE);

    assertThat(kept)
        .containsAllEntriesOf(before)
        .containsOnlyKeys(
            "PAYMENT_SUMMARY " + ID,
            "PAYMENT_CONFIRMATION " + ID + "-XN2",
            "PAYMENT_SUMMARY " + ID + "-cancelled-1",
            "PAYMENT_CONFIRMATION " + ID + "-XN2-cancelled");
  }

  @Test
  void anotherPaymentsReceiptIsNotFound() {
    paid(byCard());
    var printed = new PrintedPaymentDocuments(mock(Documents.class), contents);

    refused(() -> printed.receipt(ID, "XN3", VIETNAMESE), "receipt-not-found");
    when(payments.find(any())).thenReturn(Optional.empty());
    refused(() -> printed.receipt(PaymentId.fresh(), "XN1", VIETNAMESE), "payment-not-found");
  }

  @Test
  void anInstructionStatesCodeAccountAndWindow() {
    var payment = atTheCounter();

    var instruction = contents.instruction(ID, VIETNAMESE);

    assertThat(instruction.code()).isEqualTo("DVC7K2M9QXT");
    assertThat(instruction.collectingBankName()).isEqualTo("VietinBank");
    assertThat(instruction.validUntil()).isEqualTo(NOW.plusSeconds(60));
    assertThat(instruction.amount()).isEqualTo(payment.amount());
    refused(() -> contents.summary(ID, List.of(), VIETNAMESE), "payment-not-paid");
  }

  @Test
  void thereIsNoInstructionForAPaymentBeingCancelledOrEnded() {
    var payment = atTheCounter();
    payment.requestStop(StopReason.CANCELLED_BY_PAYER);
    refused(() -> contents.instruction(ID, VIETNAMESE), "no-instruction");

    atTheCounter().moveTo(PaymentStatus.CANCELLED, NOW);
    refused(() -> contents.instruction(ID, VIETNAMESE), "no-instruction");

    byCard();
    refused(() -> contents.instruction(ID, VIETNAMESE), "no-instruction");
  }

  @Test
  void thereIsNoInstructionWhileOtherMoneyIsLookedAt() {
    atTheCounter();
    cameIn(money(200_000, State.LOOKED_AT, null));

    refused(() -> contents.instruction(ID, VIETNAMESE), "no-instruction");
  }

  /** As the table of collections takes it (ADR 0010). */
  @ParameterizedTest
  @EnumSource(
      value = State.class,
      names = {"RETURNING", "RETURNED"})
  void theWholeIsAskedForAgainOnceOtherMoneyGoesBack(State state) {
    atTheCounter();
    var whole = contents.instruction(ID, VIETNAMESE).amount();
    cameIn(money(200_000, state, null));

    assertThat(contents.instruction(ID, VIETNAMESE).amount()).isEqualTo(whole);
    assertThat(contents.instruction(ID, VIETNAMESE).kept()).isEmpty();
  }

  @Test
  void aTopUpInstructionStatesWhatIsHeld() {
    atTheCounter();
    cameIn(money(200_000, State.HELD, null), money(30_000, State.RETURNED, 30_000L));

    assertThat(contents.instruction(ID, VIETNAMESE).kept())
        .containsExactly(new Received(Money.dong(200_000), NOW, null));
  }

  @Test
  void documentsStateWhatWasReceivedUnlessItIsExactlyWhatWasPaid() {
    var payment = atTheCounter();
    payment.moveTo(PaymentStatus.PAID, NOW.plusSeconds(9));
    cameIn(money(320_000, State.TAKEN, null), money(320_000, State.RETURNED, 320_000L));
    assertThat(contents.summary(ID, contents.receipts(ID), VIETNAMESE).received()).isEmpty();

    cameIn(money(400_000, State.TAKEN, 80_000L));
    var received = new Received(Money.dong(400_000), NOW, Money.dong(80_000));
    assertThat(contents.summary(ID, contents.receipts(ID), VIETNAMESE).received())
        .containsExactly(received);
    assertThat(contents.confirmation(ID, new Receipt(HOUSE, "XN2"), VIETNAMESE).received())
        .containsExactly(received);

    cameIn(money(300_000, State.TAKEN, null), money(20_000, State.TAKEN, null));
    assertThat(contents.summary(ID, contents.receipts(ID), VIETNAMESE).received()).hasSize(2);
  }

  @Test
  void counterPaymentShowsTheBanksReference() {
    var payment = atTheCounter();
    payment.moveTo(PaymentStatus.PAID, NOW.plusSeconds(9));
    when(collected.references(ID)).thenReturn("COL-77");
    when(instructions.codesOf(ID)).thenReturn(List.of("DVC7K2M9QXT"));

    var summary = contents.summary(ID, contents.receipts(ID), VIETNAMESE);

    assertThat(summary.bankReference()).isEqualTo("COL-77");
    assertThat(summary.method()).isEqualTo("Nộp tại ngân hàng theo mã thanh toán DVC7K2M9QXT");
  }

  @Test
  void anUnknownPaymentIsNotFound() {
    when(payments.find(any())).thenReturn(Optional.empty());

    refused(() -> contents.summary(ID, List.of(), VIETNAMESE), "payment-not-found");
    refused(() -> contents.instruction(ID, VIETNAMESE), "payment-not-found");
  }

  private PaymentEntity byCard() {
    var payment = row(Method.CARD);
    payment.money().beginAttempt("970415", AttemptRef.fresh());
    payment.card().last4("1234");
    return payment;
  }

  private PaymentEntity atTheCounter() {
    var payment = row(Method.COUNTER);
    payment.moveTo(PaymentStatus.WAITING_FOR_COLLECTION, NOW);
    return payment;
  }

  private void cameIn(IncomingMoney.Collection... money) {
    when(incoming.of(ID)).thenReturn(List.of(money));
  }

  private static IncomingMoney.Collection money(long dong, State state, Long returned) {
    return new IncomingMoney.Collection(
        NOW,
        NOW.plusSeconds(1),
        Money.dong(dong),
        "970415",
        "COL",
        state,
        returned == null ? null : Money.dong(returned),
        state == State.RETURNED ? NOW.plusSeconds(60) : null);
  }

  private static void paid(PaymentEntity payment) {
    payment.moveTo(PaymentStatus.PROCESSING, NOW);
    payment.moveTo(PaymentStatus.PAID, NOW.plusSeconds(9));
  }

  private PaymentEntity row(Method method) {
    var lines =
        List.of(
            new PaymentLine(LAND.text(), "LP01", 120_000, "970415", "3511001", "Kho bạc"),
            new PaymentLine(HOUSE.text(), "LP02", 200_000, "970436", "3511001", "Kho bạc"));
    var payment =
        new PaymentEntity(ID, PAYER, method, lines, "policy", NOW, NOW.plusSeconds(600), null);
    when(payments.find(ID)).thenReturn(Optional.of(payment));
    return payment;
  }

  private static Attempt attempt(PaymentEntity payment) {
    return new Attempt(
        payment.money().attempt(),
        Subject.of(ID),
        "970415",
        payment.amount(),
        Attempt.State.DEBITED,
        "FT1",
        "1234",
        "token");
  }

  private void stands(DossierCode code, Dossier.Status status, String fee, String name) {
    var beneficiary = new Beneficiary("970415", "3511001", "Kho bạc");
    var content =
        new DossierContent(
            "Thủ tục",
            "Sở Xây dựng",
            PAYER,
            LocalDate.of(2027, 12, 31),
            List.of(new Fee(fee, name, Money.dong(1), beneficiary)));
    when(dossiers.find(code))
        .thenReturn(Optional.of(new Dossier(code, content, status, ID.text(), null)));
  }

  private static void refused(Runnable asked, String code) {
    assertThatThrownBy(asked::run)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }
}
