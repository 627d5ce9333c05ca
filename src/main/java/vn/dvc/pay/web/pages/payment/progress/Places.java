package vn.dvc.pay.web.pages.payment.progress;

import static vn.dvc.pay.payment.PaymentStatus.BEING_CHECKED;
import static vn.dvc.pay.payment.PaymentStatus.CANCELLED;
import static vn.dvc.pay.payment.PaymentStatus.CREATED;
import static vn.dvc.pay.payment.PaymentStatus.DECLINED;
import static vn.dvc.pay.payment.PaymentStatus.EXPIRED;
import static vn.dvc.pay.payment.PaymentStatus.PAID;
import static vn.dvc.pay.payment.PaymentStatus.PROCESSING;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_APPROVAL;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_CARD;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_COLLECTION;
import static vn.dvc.pay.payment.PaymentStatus.WAITING_FOR_OTP;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;

/**
 * At which steps of its model a payment was when something happened to it. The engine keeps no
 * steps (ADR 0021), so they are told from what we store: statuses, calls to banks, and money
 * collected. A test holds each name against the models.
 */
final class Places {
  private static final Map<PaymentStatus, List<String>> IN_EVERY_MODEL =
      Map.of(
          CREATED, List.of("paymentRequested"),
          PAID, List.of("settleDossiers", "paid"),
          CANCELLED, List.of("finishUnpaid", "cancelled"),
          EXPIRED, List.of("finishUnpaid", "expired"));
  private static final Map<Method, Map<PaymentStatus, List<String>>> IN_ONE =
      Map.of(
          Method.CARD,
              Map.of(
                  WAITING_FOR_CARD, List.of("openCardEntry", "awaitCard"),
                  WAITING_FOR_OTP, List.of("awaitOtp"),
                  BEING_CHECKED, List.of("clarifyOutcome"),
                  DECLINED, List.of("finishUnpaid", "declined")),
          Method.ACCOUNT,
              Map.of(
                  WAITING_FOR_APPROVAL, List.of("prepareDebit", "awaitApproval"),
                  PROCESSING, List.of("prepareDebit"),
                  BEING_CHECKED, List.of("clarifyOutcome"),
                  DECLINED, List.of("finishUnpaid", "declined")),
          Method.COUNTER,
              Map.of(WAITING_FOR_COLLECTION, List.of("openInstruction", "awaitCollection")));
  private static final Map<Operation, String> ASKED =
      Map.of(
          Operation.AUTHORISE, "authoriseCard",
          Operation.OTP, "verifyOtp",
          Operation.RESEND, "resendOtp",
          Operation.CAPTURE, "captureCard",
          Operation.VOID, "voidAuthorisation",
          Operation.DEBIT, "debitAccount",
          Operation.INQUIRY, "clarifyOutcome",
          Operation.TOMBSTONE, "clarifyOutcome");
  private static final List<String> COLLECTED = List.of("collectionNoticed", "checkCollection");

  private Places() {}

  static String model(Method method) {
    return method.name().toLowerCase(Locale.ROOT) + "-payment";
  }

  static List<String> reached(Method method, PaymentStatus status) {
    var everywhere = IN_EVERY_MODEL.getOrDefault(status, List.of());
    return IN_ONE.get(method).getOrDefault(status, everywhere);
  }

  /** The step that makes this call. */
  static List<String> asking(Operation operation) {
    return Stream.ofNullable(ASKED.get(operation)).toList();
  }

  static List<String> collected() {
    return COLLECTED;
  }
}
