package vn.dvc.pay.documents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;

/** The content of a document. */
public sealed interface DocumentContent {

  /** Phiếu đăng ký: printed, signed, stamped and handed in at a branch. */
  record RegistrationForm(
      String registration,
      int version,
      Instant date,
      Payer payer,
      @Nullable String address,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String representativeName,
      @Nullable String representativeTitle,
      AccountNumber account,
      String bankName,
      @Nullable String holder,
      @Nullable String holderAtBank,
      @Nullable String branch)
      implements DocumentContent {}

  /**
   * Chỉ dẫn thanh toán dịch vụ công trực tuyến: for paying at a branch or by scanning its VietQR.
   *
   * @param code the short code required in the transfer text
   * @param amount the amount to be paid: the lines' sum, or what remains of it
   * @param kept money received earlier and kept, empty unless this document asks for the remainder
   */
  record PaymentInstruction(
      String payment,
      String code,
      Instant issuedAt,
      Instant validUntil,
      Payer payer,
      AccountNumber collecting,
      String collectingBankName,
      String collectingName,
      Money amount,
      List<Line> lines,
      List<Received> kept)
      implements DocumentContent {}

  /**
   * Xác nhận thanh toán of one dossier.
   *
   * @param checkCode proves the paper to those whom it is shown
   * @param cancelledAt when the dossier was refunded, null while the document is valid
   * @param received money received for the whole payment, empty if it was exactly its amount
   */
  record PaymentConfirmation(
      @Nullable String receiptNumber,
      String checkCode,
      String payment,
      Instant paidAt,
      Payer payer,
      String method,
      @Nullable String bankReference,
      String dossier,
      @Nullable String procedure,
      @Nullable String authority,
      Money amount,
      List<Line> lines,
      @Nullable Instant cancelledAt,
      List<Received> received)
      implements DocumentContent {}

  /**
   * Bảng kê thanh toán: a whole payment for one or more dossiers.
   *
   * @param received money received for it, empty if it was exactly its amount
   */
  record PaymentSummary(
      String payment,
      Instant paidAt,
      Payer payer,
      String method,
      @Nullable String bankReference,
      Money amount,
      List<Line> lines,
      List<Received> received)
      implements DocumentContent {}

  /**
   * Biên bản đối soát of one bank's day, worded by the caller.
   *
   * @param number identifies the day
   * @param until the time up to which the bank's statement reports
   * @param facts the facts above the table, in this order
   */
  record ReconciliationReport(
      String number, String bankName, Instant until, List<Fact> facts, List<Difference> differences)
      implements DocumentContent {}

  /**
   * Money that a bank received.
   *
   * @param returned how much of it is returned to the payer, null if nothing is
   */
  record Received(Money amount, @Nullable Instant at, @Nullable Money returned) {}

  record Fact(String name, String value) {}

  /** One difference as printed; null fields are left blank. */
  record Difference(
      String kind,
      @Nullable String line,
      @Nullable String reference,
      @Nullable String payment,
      @Nullable String bankAmount,
      @Nullable String ourAmount,
      String outcome) {}

  /**
   * One fee of one dossier.
   *
   * @param receiptNumber the dossier's receipt, null if it has none (yet)
   * @param cancelled whether the dossier was refunded
   */
  record Line(
      String dossier,
      @Nullable String receiptNumber,
      String fee,
      String feeName,
      Money amount,
      String beneficiaryName,
      String beneficiaryAccount,
      String beneficiaryBank,
      boolean cancelled) {}
}
