package vn.dvc.pay.mailing.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Person;

/** Payments of 1.234.000 đ in the states of which payers are told. */
final class ToldPayments {
  private static final DossierCode DOSSIER = DossierCode.of("000.00.00.H47-261124-0001");
  private static final Instant AT = Instant.parse("2026-11-24T03:00:00Z");

  private ToldPayments() {}

  static Payment paid(PaymentId id, Payer payer) {
    var means = new Payment.Card("0011", null, 3, null);
    var receipt = new Receipt(DOSSIER, "BL-2026-0000007");
    return payment(id, payer, means, PaymentStatus.PAID, List.of(receipt));
  }

  static Payment declined(PaymentId id, Payer payer) {
    var means = new Payment.Card("0011", null, 0, null);
    return payment(id, payer, means, PaymentStatus.DECLINED, List.of());
  }

  static Payment ofTwoPersons(PaymentId id, Payer payer, PaymentStatus status) {
    var maker = new Person("ke-toan", "Lê Thị Kế Toán");
    var approval = new Payment.Approval(maker, AT, null, null, null);
    return payment(id, payer, new Payment.Account("***1234", approval), status, List.of());
  }

  static Payment instructed(PaymentId id, Payer payer, PaymentStatus status) {
    return counter(id, payer, status, List.of());
  }

  /** One that waits, for which FT1 of 200.000 đ came in. */
  static Payment collected(
      PaymentId id, Payer payer, IncomingMoney.State state, @Nullable Instant returnedAt) {
    var amount = Money.dong(200_000);
    var returned = returnedAt == null ? null : amount;
    return counter(
        id,
        payer,
        PaymentStatus.WAITING_FOR_COLLECTION,
        List.of(
            new IncomingMoney.Collection(
                AT, AT, amount, "970415", "FT1", state, returned, returnedAt)));
  }

  private static Payment counter(
      PaymentId id, Payer payer, PaymentStatus status, List<IncomingMoney.Collection> received) {
    var to = new AccountNumber("970415", "118000012345");
    var until = Instant.parse("2026-12-01T03:00:00Z");
    var instruction = new Payment.Instruction("DVC1", until, to, "Thu phí", Money.dong(50_000));
    return payment(id, payer, new Payment.Counter(instruction, received), status, List.of());
  }

  private static Payment payment(
      PaymentId id,
      Payer payer,
      Payment.Means means,
      PaymentStatus status,
      List<Receipt> receipts) {
    return new Payment(
        id,
        payer,
        means,
        status,
        null,
        Money.dong(1_234_000),
        List.of(DOSSIER),
        AT,
        AT,
        null,
        null,
        false,
        receipts,
        List.of(),
        List.of(new Payment.StatusChange(status, AT)),
        null);
  }
}
