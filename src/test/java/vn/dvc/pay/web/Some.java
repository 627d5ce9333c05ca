package vn.dvc.pay.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Refund;
import vn.dvc.pay.registration.Application;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.RegistrationId;

/** Payers, payments, registrations and documents for tests. */
public final class Some {
  public static final Payer PAYER =
      new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn Văn A");
  public static final String CODE = "000.00.00.H47-261124-0001";
  private static final Instant AT = Instant.parse("2026-11-24T02:00:00Z");

  private Some() {}

  public static Payment paymentWaitingForCard(PaymentId id) {
    return payment(id, PaymentStatus.WAITING_FOR_CARD, null, null, null, null);
  }

  public static Payment paymentWaitingForOtp(PaymentId id) {
    var otp = new Payment.Otp("******678", AT.plusSeconds(300), 3, 3, AT.plusSeconds(60));
    return payment(id, PaymentStatus.WAITING_FOR_OTP, null, "970415", null, otp);
  }

  public static Payment paymentDeclined(PaymentId id, String reason) {
    return payment(
        id,
        PaymentStatus.DECLINED,
        reason,
        "970415",
        new Payment.LastDecline(reason, AT.plusSeconds(9)),
        null);
  }

  public static Payment paymentByAccount(PaymentId id) {
    return payment(id, PaymentStatus.PROCESSING, new Payment.Account("********8888"));
  }

  public static Payment paymentAtTheCounter(PaymentId id) {
    var instruction =
        new Payment.Instruction(
            "DVC7K2M",
            AT.plusSeconds(9000),
            new AccountNumber("970415", "1234567890"),
            "Kho bạc",
            Money.dong(120_000));
    return payment(
        id, PaymentStatus.WAITING_FOR_COLLECTION, new Payment.Counter(instruction, List.of()));
  }

  /** Less was received than was owed. */
  public static Payment paymentWithMoneyReceived(PaymentId id, IncomingMoney.State state) {
    var it = paymentAtTheCounter(id);
    var less =
        new IncomingMoney.Collection(
            AT.plusSeconds(60),
            AT.plusSeconds(61),
            Money.dong(100_000),
            "970415",
            "COL-1",
            state,
            state == IncomingMoney.State.RETURNED ? Money.dong(100_000) : null,
            state == IncomingMoney.State.RETURNED ? AT.plusSeconds(600) : null);
    return payment(id, it.status(), new Payment.Counter(it.instruction(), List.of(less)));
  }

  public static Refund refund(PaymentId payment) {
    return new Refund(
        "H" + payment.text().substring(1),
        payment,
        Refund.Status.REQUESTED,
        List.of(new Refund.Line(DossierCode.of(CODE), "BL-1", Money.dong(120_000))),
        Money.dong(120_000),
        "Người nộp rút hồ sơ",
        null,
        List.of(new Refund.StatusChange(Refund.Status.REQUESTED, AT)));
  }

  public static Application application(String holder) {
    return new Application(
        new AccountNumber("970415", "113366668888"),
        holder,
        "Chi nhánh Hà Nội",
        new Application.Contact("a@example.vn", "0912345678"),
        null);
  }

  public static Payment paymentRefunded(PaymentId id, Refund refund) {
    var dossier = DossierCode.of(CODE);
    return new Payment(
        id,
        PAYER,
        new Payment.Card("4321", "the-challenge", 3, null),
        PaymentStatus.PARTLY_REVERSED,
        null,
        Money.dong(120_000),
        List.of(dossier),
        AT,
        AT.plusSeconds(900),
        "970415",
        null,
        false,
        List.of(new Receipt(dossier, "BL-1")),
        List.of(refund),
        List.of(new Payment.StatusChange(PaymentStatus.PAID, AT)),
        null);
  }

  public static Registration registration(RegistrationId id) {
    return registration(id, RegistrationStatus.CHECKING_ACCOUNT, null, false);
  }

  public static Registration registration(
      RegistrationId id, RegistrationStatus status, String reason, boolean nameDiffers) {
    return new Registration(
        id,
        1,
        1,
        status,
        PAYER,
        "1 Tràng Tiền",
        application("NGUYEN VAN A"),
        "NGUYEN VAN AN",
        nameDiffers,
        reason,
        null,
        null,
        AT.plusSeconds(900),
        AT,
        null,
        List.of(new Registration.StatusChange(RegistrationStatus.CHECKING_ACCOUNT, AT)));
  }

  public static Document document(String name) {
    return new Document(name, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "0a1b", "trial-1");
  }

  private static Payment payment(PaymentId id, PaymentStatus status, Payment.Means means) {
    return new Payment(
        id,
        PAYER,
        means,
        status,
        null,
        Money.dong(120_000),
        List.of(DossierCode.of(CODE)),
        AT,
        AT.plusSeconds(900),
        null,
        null,
        false,
        List.of(),
        List.of(),
        List.of(new Payment.StatusChange(PaymentStatus.CREATED, AT)),
        null);
  }

  private static Payment payment(
      PaymentId id,
      PaymentStatus status,
      String reason,
      String bank,
      Payment.LastDecline lastDecline,
      Payment.Otp otp) {
    var dossier = DossierCode.of(CODE);
    return new Payment(
        id,
        PAYER,
        new Payment.Card(bank == null ? null : "4321", "the-challenge", 3, otp),
        status,
        reason,
        Money.dong(120_000),
        List.of(dossier),
        AT,
        AT.plusSeconds(900),
        bank,
        lastDecline,
        false,
        List.of(new Receipt(dossier, "BL-1")),
        List.of(),
        List.of(new Payment.StatusChange(PaymentStatus.CREATED, AT)),
        null);
  }
}
