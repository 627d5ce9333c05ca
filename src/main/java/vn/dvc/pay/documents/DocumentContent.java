package vn.dvc.pay.documents;

import java.time.Instant;
import java.util.List;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;

/** What stands on a paper. */
public sealed interface DocumentContent {

  /** Phiếu đăng ký: printed, signed, stamped, handed in at a branch. */
  record RegistrationForm(
      String registration,
      int version,
      Instant date,
      Payer payer,
      String address,
      String phone,
      String email,
      String representativeName,
      String representativeTitle,
      AccountNumber account,
      String bankName,
      String holder,
      String holderAtBank,
      String branch)
      implements DocumentContent {}

  /**
   * Chỉ dẫn thanh toán dịch vụ công trực tuyến: paid at a branch or by scanning its VietQR.
   *
   * @param code the short code that the transfer text must carry
   * @param amount what is to be paid by it: the lines' sum, or the rest of it
   * @param kept what came in before and is kept, empty unless this asks for the rest
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
   * @param cancelledAt when the dossier was refunded, null while the paper stands
   * @param received what came in for the whole payment, empty where it was exactly its amount
   */
  record PaymentConfirmation(
      String receiptNumber,
      String payment,
      Instant paidAt,
      Payer payer,
      String method,
      String bankReference,
      String dossier,
      String procedure,
      String authority,
      Money amount,
      List<Line> lines,
      Instant cancelledAt,
      List<Received> received)
      implements DocumentContent {}

  /**
   * Bảng kê thanh toán: the whole payment of one or many dossiers.
   *
   * @param received what came in for it, empty where it was exactly its amount
   */
  record PaymentSummary(
      String payment,
      Instant paidAt,
      Payer payer,
      String method,
      String bankReference,
      Money amount,
      List<Line> lines,
      List<Received> received)
      implements DocumentContent {}

  /**
   * Biên bản đối soát of one bank's day; its words are chosen by who asks for it.
   *
   * @param number names the day
   * @param until until when the bank's statement tells
   * @param facts what stands above the table, in this order
   */
  record ReconciliationReport(
      String number, String bankName, Instant until, List<Fact> facts, List<Difference> differences)
      implements DocumentContent {}

  /**
   * Money that a bank received.
   *
   * @param returned what of it is given back to the payer, null where nothing is
   */
  record Received(Money amount, Instant at, Money returned) {}

  record Fact(String name, String value) {}

  /** One difference as it is to be printed; null where nothing is to be said. */
  record Difference(
      String kind,
      String line,
      String reference,
      String payment,
      String bankAmount,
      String ourAmount,
      String outcome) {}

  /**
   * One fee of one dossier.
   *
   * @param receiptNumber of the dossier, null where it has none (yet)
   * @param cancelled whether the dossier was refunded
   */
  record Line(
      String dossier,
      String receiptNumber,
      String fee,
      String feeName,
      Money amount,
      String beneficiaryName,
      String beneficiaryAccount,
      String beneficiaryBank,
      boolean cancelled) {}
}
