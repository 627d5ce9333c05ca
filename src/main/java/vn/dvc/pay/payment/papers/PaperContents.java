package vn.dvc.pay.payment.papers;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.documents.PaperContent.Line;
import vn.dvc.pay.documents.PaperContent.PaymentConfirmation;
import vn.dvc.pay.documents.PaperContent.PaymentInstruction;
import vn.dvc.pay.documents.PaperContent.PaymentSummary;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.book.PaymentBook;
import vn.dvc.pay.payment.book.PaymentRow;
import vn.dvc.pay.payment.counter.Instructions;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * What stands on a payment's papers, read in one transaction. A paper says what is so when it is
 * made; once money was given back, no new paper says that it was paid.
 */
@Component
class PaperContents {
  private final PaymentBook book;
  private final Instructions instructions;
  private final PaperFacts facts;

  PaperContents(PaymentBook book, Instructions instructions, PaperFacts facts) {
    this.book = book;
    this.instructions = instructions;
    this.facts = facts;
  }

  @Transactional(readOnly = true)
  public PaymentSummary summary(PaymentId id) {
    var payment = find(id);
    if (payment.status() != PaymentStatus.PAID) {
      throw Problem.conflict("payment-not-paid");
    }
    return new PaymentSummary(
        id.text(),
        facts.paidAt(payment),
        payment.payer(),
        facts.method(payment),
        facts.bankReference(payment),
        payment.amount(),
        facts.lines(payment));
  }

  @Transactional(readOnly = true)
  public PaymentConfirmation confirmation(PaymentId id, String number) {
    var payment = find(id);
    var dossier =
        facts.receipts(payment).stream()
            .filter(receipt -> receipt.number().equals(number))
            .map(Receipt::dossier)
            .map(facts::dossier)
            .filter(paid -> paid.status() == Dossier.Status.PAID)
            .findFirst()
            .orElseThrow(() -> Problem.notFound("receipt-not-found"));
    var lines =
        facts.lines(payment).stream()
            .filter(line -> line.dossier().equals(dossier.code().text()))
            .toList();
    return new PaymentConfirmation(
        number,
        id.text(),
        facts.paidAt(payment),
        payment.payer(),
        facts.method(payment),
        facts.bankReference(payment),
        dossier.code().text(),
        dossier.content().procedure(),
        dossier.content().authority(),
        total(lines),
        lines);
  }

  /** Only while the money is waited for: afterwards nobody may be told to pay. */
  @Transactional(readOnly = true)
  public PaymentInstruction instruction(PaymentId id) {
    var payment = find(id);
    if (payment.method() != Method.COUNTER
        || payment.status() != PaymentStatus.WAITING_FOR_COLLECTION
        || payment.stopIsRequested()) {
      throw Problem.conflict("no-instruction");
    }
    var instruction = instructions.find(id).orElseThrow();
    return new PaymentInstruction(
        id.text(),
        instruction.code(),
        payment.createdAt(),
        instruction.validUntil(),
        payment.payer(),
        instruction.collecting(),
        facts.bankName(instruction.collecting().bank()),
        instruction.collectingName(),
        payment.amount(),
        facts.lines(payment));
  }

  private PaymentRow find(PaymentId id) {
    return book.find(id).orElseThrow(() -> Problem.notFound("payment-not-found"));
  }

  private static Money total(List<Line> lines) {
    return lines.stream().map(Line::amount).reduce(Money::plus).orElseThrow();
  }
}
