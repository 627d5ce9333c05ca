package vn.dvc.pay.payment;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.dossier.Dossiers;
import vn.dvc.pay.dossier.Dossiers.Receipt;
import vn.dvc.pay.payment.counter.instruction.Instructions;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentLine;
import vn.dvc.pay.payment.refund.RefundSnapshots;
import vn.dvc.pay.values.DossierCode;

/** Draws the payment as the edges show it. */
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

  Payment of(PaymentEntity row) {
    var card = row.card();
    var money = row.money();
    var account = row.account().number();
    return new Payment(
        row.id(),
        row.payer(),
        row.method(),
        row.status(),
        row.reason(),
        row.amount(),
        row.lines().stream().map(PaymentLine::dossier).distinct().map(DossierCode::of).toList(),
        row.createdAt(),
        row.windowEndsAt(),
        money.bank(),
        card.last4(),
        card.challenge(),
        card.entriesLeft(),
        row.stopRequested() != null && !row.status().isFinished(),
        money.lastDecline() == null
            ? null
            : new Payment.LastDecline(money.lastDecline(), money.lastDeclineAt()),
        card.otpExpiresAt() == null
            ? null
            : new Payment.Otp(
                card.otpSentTo(),
                card.otpExpiresAt(),
                card.otpTriesLeft(),
                card.otpResendsLeft(),
                card.otpResendAt()),
        row.status().wasPaid() ? dossiers.receipts(row.id().text()) : List.<Receipt>of(),
        row.events().stream().map(e -> new Payment.StatusChange(e.status(), e.at())).toList(),
        row.returnUrl(),
        account == null ? null : account.masked(),
        row.method() == Payments.Method.COUNTER ? instructions.find(row.id()).orElseThrow() : null,
        row.status().wasPaid() ? refunds.of(row.id()) : List.of(),
        row.method() == Payments.Method.COUNTER ? incoming.of(row.id()) : List.of());
  }
}
