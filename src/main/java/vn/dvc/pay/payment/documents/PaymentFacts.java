package vn.dvc.pay.payment.documents;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.documents.DocumentContent.Line;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.dossier.Dossier;
import vn.dvc.pay.dossier.DossierContent.Fee;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.payment.PaymentStatus;
import vn.dvc.pay.payment.collection.CollectedMoney;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentEventEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/**
 * Describes a payment in the words of a document, from what several modules know, for documents and
 * case evidence.
 */
@Component
public class PaymentFacts {
  private final Dossiers dossiers;
  private final Banks banks;
  private final BankCalls calls;
  private final Instructions instructions;
  private final CollectedMoney collected;

  PaymentFacts(
      Dossiers dossiers,
      Banks banks,
      BankCalls calls,
      Instructions instructions,
      CollectedMoney collected) {
    this.dossiers = dossiers;
    this.banks = banks;
    this.calls = calls;
    this.instructions = instructions;
    this.collected = collected;
  }

  Dossier dossier(DossierCode code) {
    return dossiers.find(code).orElseThrow(() -> new IllegalStateException("No dossier " + code));
  }

  List<Receipt> receipts(PaymentId payment) {
    return dossiers.receipts(payment.text());
  }

  /**
   * @param receipts of its dossiers, as the document shows them
   */
  List<Line> lines(PaymentEntity payment, List<Receipt> receipts, DocumentLanguage language) {
    var byDossier =
        receipts.stream()
            .collect(Collectors.toMap(receipt -> receipt.dossier().text(), receipt -> receipt));
    return payment.lines().stream()
        .map(line -> line(line, byDossier.get(line.dossier()), language))
        .toList();
  }

  String bankName(String bin, DocumentLanguage language) {
    return banks.find(bin).map(Bank::name).orElseGet(() -> language.text("bank.unnamed", bin));
  }

  Instant paidAt(PaymentEntity payment) {
    return payment.events().stream()
        .filter(event -> event.status() == PaymentStatus.PAID)
        .map(PaymentEventEntity::at)
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Payment " + payment.id() + " was never paid"));
  }

  /** The payment method, with card and account numbers masked. */
  public String method(PaymentEntity payment, DocumentLanguage language) {
    return switch (payment.method()) {
      case CARD -> card(payment, language);
      case ACCOUNT -> {
        var account = payment.account().number();
        yield language.text("method.account", account.masked(), bankName(account.bank(), language));
      }
      case COUNTER ->
          language.text("method.counter", String.join(", ", instructions.codesOf(payment.id())));
    };
  }

  private String card(PaymentEntity payment, DocumentLanguage language) {
    var bank = bankName(payment.money().bank(), language);
    var last4 = payment.card().last4();
    return last4 == null
        ? language.text("method.card", bank)
        : language.text("method.card.last4", bank, last4);
  }

  /** The bank's own reference, null if it gave none. */
  public @Nullable String bankReference(PaymentEntity payment) {
    return switch (payment.method()) {
      case CARD, ACCOUNT -> calls.attempt(payment.money().attempt()).bankReference();
      case COUNTER -> collected.references(payment.id());
    };
  }

  private Line line(PaymentLine line, Receipt receipt, DocumentLanguage language) {
    return new Line(
        line.dossier(),
        receipt == null ? null : receipt.number(),
        line.fee(),
        feeName(line),
        Money.dong(line.amount()),
        line.beneficiaryName(),
        line.beneficiaryAccount(),
        bankName(line.beneficiaryBank(), language),
        receipt != null && receipt.isCancelled());
  }

  private String feeName(PaymentLine line) {
    return dossier(DossierCode.of(line.dossier())).content().fees().stream()
        .filter(fee -> fee.code().equals(line.fee()))
        .map(Fee::name)
        .findFirst()
        .orElse(line.fee());
  }
}
