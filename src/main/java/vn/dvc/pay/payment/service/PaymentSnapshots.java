package vn.dvc.pay.payment.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.record.ApprovalDetails;
import vn.dvc.pay.payment.record.CardDetails;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.payment.refund.RefundSnapshots;
import vn.dvc.pay.values.DossierCode;

/** Builds the snapshot of a payment for the edges. */
@Component
class PaymentSnapshots {
  private final Dossiers dossiers;
  private final Instructions instructions;
  private final RefundSnapshots refunds;
  private final IncomingMoney incoming;

  PaymentSnapshots(
      Dossiers dossiers,
      Instructions instructions,
      RefundSnapshots refunds,
      IncomingMoney incoming) {
    this.dossiers = dossiers;
    this.instructions = instructions;
    this.refunds = refunds;
    this.incoming = incoming;
  }

  Payment of(PaymentEntity payment) {
    var money = payment.money();
    return new Payment(
        payment.id(),
        payment.payer(),
        means(payment),
        payment.status(),
        payment.reason(),
        payment.amount(),
        payment.lines().stream().map(PaymentLine::dossier).distinct().map(DossierCode::of).toList(),
        payment.createdAt(),
        payment.windowEndsAt(),
        money.bank(),
        money.lastDecline() == null
            ? null
            : new Payment.LastDecline(money.lastDecline(), money.lastDeclineAt()),
        payment.stopRequested() != null && !payment.status().isFinished(),
        payment.status().wasPaid() ? dossiers.receipts(payment.id().text()) : List.<Receipt>of(),
        payment.status().wasPaid() ? refunds.of(payment.id()) : List.of(),
        payment.events().stream().map(e -> new Payment.StatusChange(e.status(), e.at())).toList(),
        payment.returnUrl());
  }

  private Payment.Means means(PaymentEntity payment) {
    return switch (payment.method()) {
      case CARD -> card(payment.card());
      case ACCOUNT ->
          new Payment.Account(payment.account().number().masked(), approval(payment.approval()));
      case COUNTER ->
          new Payment.Counter(
              instructions.current(payment.id()).snapshot(), incoming.of(payment.id()));
    };
  }

  private static Payment.@Nullable Approval approval(ApprovalDetails approval) {
    return approval.until() == null
        ? null
        : new Payment.Approval(
            approval.maker(),
            approval.until(),
            approval.checker(),
            approval.checkedAt(),
            approval.refusedBecause());
  }

  private static Payment.Card card(CardDetails card) {
    return new Payment.Card(
        card.last4(),
        card.challenge(),
        card.entriesLeft(),
        card.otpExpiresAt() == null
            ? null
            : new Payment.Otp(
                card.otpSentTo(),
                card.otpExpiresAt(),
                card.otpTriesLeft(),
                card.otpResendsLeft(),
                card.otpResendAt()));
  }
}
