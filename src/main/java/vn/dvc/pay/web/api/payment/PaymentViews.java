package vn.dvc.pay.web.api.payment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.documents.VietQr;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.IncomingMoney.State;
import vn.dvc.pay.payment.LateDebits;
import vn.dvc.pay.payment.LateDebits.LateDebit;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.web.Messages;
import vn.dvc.pay.web.api.Explanation;
import vn.dvc.pay.web.api.Link;
import vn.dvc.pay.web.api.StatusChange;
import vn.dvc.pay.web.api.payment.PaymentView.Approval;
import vn.dvc.pay.web.api.payment.PaymentView.Collecting;
import vn.dvc.pay.web.api.payment.PaymentView.Decline;
import vn.dvc.pay.web.api.payment.PaymentView.Instruction;
import vn.dvc.pay.web.api.payment.PaymentView.ReceiptView;
import vn.dvc.pay.web.api.payment.PaymentView.ReceivedView;
import vn.dvc.pay.web.api.payment.PaymentView.RefundNote;

/** Builds the API's view of a payment in the caller's language. */
@Component
class PaymentViews {
  private final Banks banks;
  private final Messages messages;
  private final LateDebits debits;
  private final String publicUrl;

  PaymentViews(
      Banks banks,
      Messages messages,
      LateDebits debits,
      @Value("${dvc.public-url}") String publicUrl) {
    this.banks = banks;
    this.messages = messages;
    this.debits = debits;
    this.publicUrl = publicUrl;
  }

  static String path(Payment payment) {
    return "/api/v1/payments/" + payment.id();
  }

  PaymentView of(Payment payment, Locale language) {
    var bank = payment.bank() == null ? null : banks.find(payment.bank()).orElse(null);
    var card = payment.card();
    var account = payment.account();
    var status = payment.status();
    return new PaymentView(
        payment.id().text(),
        payment.id().reference().toString(),
        status.word(),
        messages.status("payment", payment.standing(), language),
        status.isFinished(),
        payment.reason(),
        explained(payment.reason(), bank, language),
        payment.method(),
        payment.amount().dong(),
        "VND",
        payment.payer(),
        payment.dossiers().stream().map(code -> code.text()).toList(),
        payment.createdAt(),
        payment.expiresAt(),
        payment.bank(),
        card == null ? null : card.last4(),
        account == null ? null : account.number(),
        approval(payment.approval()),
        card == null ? null : card.challenge(),
        card == null ? 0 : card.entriesLeft(),
        payment.cancelRequested(),
        decline(payment.lastDecline(), bank, language),
        card == null ? null : card.otp(),
        instruction(payment),
        payment.receipts().stream()
            .map(
                receipt ->
                    new ReceiptView(
                        receipt.dossier().text(),
                        receipt.number(),
                        receipt.isCancelled(),
                        receipt.cancelledAt()))
            .toList(),
        payment.history().stream()
            .map(change -> new StatusChange(change.status().word(), change.at()))
            .toList(),
        payment.received().stream().map(money -> received(money, language)).toList(),
        debits.of(payment).stream().map(debit -> received(debit, language)).toList(),
        payment.refunds().stream()
            .map(each -> new RefundNote(each.id(), each.status().word(), each.amount().dong()))
            .toList(),
        payment.returnUrl(),
        Link.Links.to(path(payment), publicUrl + "/payments/" + payment.id()));
  }

  private static @Nullable Approval approval(Payment.@Nullable Approval approval) {
    return approval == null
        ? null
        : new Approval(approval.until(), approval.checkedAt(), approval.refusedBecause());
  }

  private static Instruction instruction(Payment payment) {
    var told = payment.instruction();
    if (told == null) {
      return null;
    }
    var collecting = told.collecting();
    return new Instruction(
        told.code(),
        told.validUntil(),
        new Collecting(collecting.bank(), collecting.number(), told.collectingName()),
        new VietQr(collecting, told.amount(), told.code()).text(),
        told.amount().dong(),
        payment.isPayableByInstruction());
  }

  private ReceivedView received(IncomingMoney.Collection money, Locale language) {
    return new ReceivedView(
        money.amount().dong(),
        money.collectedAt(),
        money.bank(),
        money.reference(),
        money.state(),
        messages.status("money", money.state().name(), language),
        money.returned() == null ? null : money.returned().dong(),
        money.returnedAt());
  }

  private ReceivedView received(LateDebit debit, Locale language) {
    var state = debit.returnedAt() == null ? State.RETURNING : State.RETURNED;
    return new ReceivedView(
        debit.amount().dong(),
        debit.reportedAt(),
        debit.bank(),
        debit.reference(),
        state,
        messages.status("money", state.name(), language),
        debit.amount().dong(),
        debit.returnedAt());
  }

  private Explanation explained(String reason, Bank bank, Locale language) {
    return reason == null
        ? null
        : new Explanation(
            messages.reasonTitle(reason, language), messages.nextStep(reason, bank, language));
  }

  private Decline decline(Payment.LastDecline last, Bank bank, Locale language) {
    return last == null
        ? null
        : new Decline(
            last.code(),
            messages.reasonTitle(last.code(), language),
            messages.nextStep(last.code(), bank, language),
            last.at());
  }
}
