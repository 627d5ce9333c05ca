package vn.dvc.pay.payment.documents;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.documents.DocumentContent.Line;
import vn.dvc.pay.documents.DocumentContent.PaymentConfirmation;
import vn.dvc.pay.documents.DocumentContent.PaymentInstruction;
import vn.dvc.pay.documents.DocumentContent.PaymentSummary;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.dossier.ReceiptChecks;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRepository;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * Reads the contents of a payment's documents in one transaction. A document states the facts as of
 * its rendering; documents rendered after a refund mention it.
 */
@Component
class PaymentContents {
  private final PaymentRepository payments;
  private final Instructions instructions;
  private final PaymentFacts facts;
  private final ReceivedMoney money;
  private final ReceiptChecks checks;

  PaymentContents(
      PaymentRepository payments,
      Instructions instructions,
      PaymentFacts facts,
      ReceivedMoney money,
      ReceiptChecks checks) {
    this.payments = payments;
    this.instructions = instructions;
    this.facts = facts;
    this.money = money;
    this.checks = checks;
  }

  @Transactional(readOnly = true)
  public List<Receipt> receipts(PaymentId id) {
    return facts.receipts(id);
  }

  /**
   * @param receipts the receipts as the document shows them
   */
  @Transactional(readOnly = true)
  public PaymentSummary summary(PaymentId id, List<Receipt> receipts, DocumentLanguage language) {
    var payment = find(id);
    if (!payment.status().wasPaid()) {
      throw Problem.conflict("payment-not-paid");
    }
    return new PaymentSummary(
        id.text(),
        facts.paidAt(payment),
        payment.payer(),
        facts.method(payment, language),
        facts.bankReference(payment),
        payment.amount(),
        facts.lines(payment, receipts, language),
        money.unlessExact(payment));
  }

  @Transactional(readOnly = true)
  public PaymentConfirmation confirmation(
      PaymentId id, Receipt receipt, DocumentLanguage language) {
    var payment = find(id);
    var dossier = facts.dossier(receipt.dossier());
    var lines =
        facts.lines(payment, List.of(receipt), language).stream()
            .filter(line -> line.dossier().equals(dossier.code().text()))
            .toList();
    return new PaymentConfirmation(
        receipt.number(),
        checks.codeOf(receipt.number()),
        id.text(),
        facts.paidAt(payment),
        payment.payer(),
        facts.method(payment, language),
        facts.bankReference(payment),
        dossier.code().text(),
        dossier.content().procedure(),
        dossier.content().authority(),
        total(lines),
        lines,
        receipt.cancelledAt(),
        money.unlessExact(payment));
  }

  /**
   * Available only while the payment waits for its money. Nobody may be told to pay afterwards, nor
   * while other money is under review or going back.
   */
  @Transactional(readOnly = true)
  public PaymentInstruction instruction(PaymentId id, DocumentLanguage language) {
    var payment = find(id);
    if (payment.method() != Method.COUNTER
        || payment.status() != PaymentStatus.WAITING_FOR_COLLECTION
        || payment.stopIsRequested()
        || !money.leavesToPay(id)) {
      throw Problem.conflict("no-instruction");
    }
    var instruction =
        instructions
            .find(id)
            .orElseThrow(() -> new IllegalStateException("No instruction of payment " + id));
    return new PaymentInstruction(
        id.text(),
        instruction.code(),
        payment.createdAt(),
        instruction.validUntil(),
        payment.payer(),
        instruction.collecting(),
        facts.bankName(instruction.collecting().bank(), language),
        instruction.collectingName(),
        instruction.amount(),
        facts.lines(payment, List.of(), language),
        money.kept(id));
  }

  /** Rejects an unknown payment. */
  @Transactional(readOnly = true)
  public void requireKnown(PaymentId id) {
    find(id);
  }

  private PaymentEntity find(PaymentId id) {
    return payments.find(id).orElseThrow(() -> Problem.notFound("payment-not-found"));
  }

  private static Money total(List<Line> lines) {
    return Money.total(lines.stream().map(Line::amount));
  }
}
