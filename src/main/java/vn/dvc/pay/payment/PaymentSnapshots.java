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
    var card = payment.card();
    var money = payment.money();
    var account = payment.account().number();
    return new Payment(
        payment.id(),
        payment.payer(),
        payment.method(),
        payment.status(),
        payment.reason(),
        payment.amount(),
        payment.lines().stream().map(PaymentLine::dossier).distinct().map(DossierCode::of).toList(),
        payment.createdAt(),
        payment.windowEndsAt(),
        money.bank(),
        card.last4(),
        card.challenge(),
        card.entriesLeft(),
        payment.stopRequested() != null && !payment.status().isFinished(),
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
        payment.status().wasPaid() ? dossiers.receipts(payment.id().text()) : List.<Receipt>of(),
        payment.events().stream().map(e -> new Payment.StatusChange(e.status(), e.at())).toList(),
        payment.returnUrl(),
        account == null ? null : account.masked(),
        payment.method() == Payments.Method.COUNTER
            ? instructions.current(payment.id()).snapshot()
            : null,
        payment.status().wasPaid() ? refunds.of(payment.id()) : List.of(),
        payment.method() == Payments.Method.COUNTER ? incoming.of(payment.id()) : List.of());
  }
}
