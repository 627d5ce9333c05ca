package vn.dvc.pay.web;

import java.time.Instant;
import java.util.List;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;

/** Payers and payments for tests. */
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
        Method.CARD,
        status,
        reason,
        Money.dong(120_000),
        List.of(dossier),
        AT,
        AT.plusSeconds(900),
        bank,
        bank == null ? null : "4321",
        "the-challenge",
        3,
        false,
        lastDecline,
        otp,
        List.of(new Receipt(dossier, "BL-1")),
        List.of(new Payment.StatusChange(PaymentStatus.CREATED, AT)),
        null,
        null,
        null);
  }
}
