package vn.dvc.pay.web.pages.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.LateDebits.LateDebit;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;

/** One payment of {@link FakePayments}, as far as it has come. */
class Course {
  final PaymentId id;
  final Payer payer;
  final Method method;
  final Money amount;
  final List<DossierCode> codes;
  final Instant created = Instant.now();
  final List<Payment.StatusChange> history = new ArrayList<>();
  PaymentStatus status;
  String reason;
  String bank;
  String last4;
  String challenge;
  Instant nextOtp = Instant.MIN;
  int entriesLeft = 3;
  Payment.LastDecline decline;
  Payment.Otp otp;
  Payment.Approval approval;
  List<Refund> refunds = List.of();
  List<LateDebit> lateDebits = List.of();
  final List<IncomingMoney.Collection> received = new ArrayList<>();

  Course(PaymentId id, Payer payer, Method method, Money amount, List<DossierCode> codes) {
    this.id = id;
    this.payer = payer;
    this.method = method;
    this.amount = amount;
    this.codes = codes;
  }

  Payment now(PaymentStatus status) {
    this.status = status;
    challenge = null;
    history.add(new Payment.StatusChange(status, Instant.now()));
    return payment();
  }

  void await(PaymentStatus status) {
    now(status);
    challenge = UUID.randomUUID().toString();
  }

  Instant until() {
    return created.plus(Duration.ofDays(3));
  }

  private Money rest() {
    var held =
        received.stream()
            .filter(each -> each.state() == IncomingMoney.State.HELD)
            .mapToLong(each -> each.amount().dong())
            .sum();
    return Money.dong(amount.dong() - held);
  }

  Payment payment() {
    return new Payment(
        id,
        payer,
        means(),
        status,
        reason,
        amount,
        codes,
        created,
        created.plus(Duration.ofMinutes(90)),
        bank,
        decline,
        false,
        status.wasPaid()
            ? codes.stream()
                .map(
                    code ->
                        new Receipt(
                            code,
                            "BL-" + code.text().substring(14),
                            status == PaymentStatus.REVERSED ? created : null))
                .toList()
            : List.of(),
        refunds,
        List.copyOf(history),
        null);
  }

  private Payment.Means means() {
    return switch (method) {
      case CARD -> new Payment.Card(last4, challenge, entriesLeft, otp);
      case ACCOUNT -> new Payment.Account("********8888", approval);
      case COUNTER -> new Payment.Counter(instruction(), List.copyOf(received));
    };
  }

  private Payment.Instruction instruction() {
    return new Payment.Instruction(
        "7K4MQ2",
        created.plus(Duration.ofDays(7)),
        new AccountNumber("970415", "111000222333"),
        "Kho bạc Nhà nước tỉnh Quảng Nam",
        rest());
  }
}
