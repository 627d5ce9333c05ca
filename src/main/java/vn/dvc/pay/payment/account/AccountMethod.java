package vn.dvc.pay.payment.account;

import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.method.PaymentMethod;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRules;
import vn.dvc.pay.registration.Mandate;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.values.Problem;

/** Payment by the payer's registered account. */
@Component
class AccountMethod implements PaymentMethod {
  private final Registrations registrations;
  private final Banks banks;
  private final AccountPaymentWorkflow workflow;

  AccountMethod(Registrations registrations, Banks banks, AccountPaymentWorkflow workflow) {
    this.registrations = registrations;
    this.banks = banks;
    this.workflow = workflow;
  }

  @Override
  public Method method() {
    return Method.ACCOUNT;
  }

  /**
   * When this returns, the debit has been recorded.
   *
   * @throws Problem not-registered, mandate-suspended, bank-in-maintenance (409)
   */
  @Override
  public void start(PaymentEntity payment, PaymentRules rules) {
    var mandate = mandateOf(payment.payer().id());
    banks.requireOpen(mandate.account().bank());
    payment.account().debitedBy(mandate);
    workflow.paymentRequested(payment);
  }

  /** Takes effect only between two tries: a debit under way cannot be cancelled. */
  @Override
  public void cancelRequested(PaymentEntity payment) {
    workflow.cancelRequested(payment);
  }

  private Mandate mandateOf(String payer) {
    return registrations
        .mandateOf(payer)
        .orElseThrow(
            () ->
                registrations.ofPayer(payer).stream()
                        .anyMatch(r -> r.status() == RegistrationStatus.SUSPENDED)
                    ? Problem.conflict("mandate-suspended")
                    : Problem.conflict("not-registered"));
  }
}
