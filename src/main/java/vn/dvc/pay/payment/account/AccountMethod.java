package vn.dvc.pay.payment.account;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.method.PaymentMethod;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.record.PaymentRules;
import vn.dvc.pay.registration.Mandate;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.registration.TwoPersonRule;
import vn.dvc.pay.values.Person;
import vn.dvc.pay.values.Problem;

/** Payment by the payer's registered account. */
@Component
class AccountMethod implements PaymentMethod {
  private final Registrations registrations;
  private final Banks banks;
  private final AccountPaymentWorkflow workflow;
  private final TwoPersonRule twoPersons;
  private final AccountApprovals approvals;

  AccountMethod(
      Registrations registrations,
      Banks banks,
      AccountPaymentWorkflow workflow,
      TwoPersonRule twoPersons,
      AccountApprovals approvals) {
    this.registrations = registrations;
    this.banks = banks;
    this.workflow = workflow;
    this.twoPersons = twoPersons;
    this.approvals = approvals;
  }

  @Override
  public Method method() {
    return Method.ACCOUNT;
  }

  /**
   * When this returns, the debit has been recorded, or the payment waits for a second person.
   *
   * @throws Problem not-registered, mandate-suspended, bank-in-maintenance (409), maker-missing
   *     (422) if two persons are wanted and nobody knows who the first one is
   */
  @Override
  public void start(PaymentEntity payment, PaymentRules rules, @Nullable Person startedBy) {
    var mandate = mandateOf(payment.payer().id());
    banks.requireOpen(mandate.account().bank());
    payment.account().debitedBy(mandate);
    if (!twoPersons.appliesTo(payment.payer())) {
      workflow.paymentRequested(payment);
      return;
    }
    if (startedBy == null) {
      throw Problem.invalid("maker-missing").with("field", "maker");
    }
    approvals.await(payment, startedBy, rules.approval());
    workflow.paymentRequested(payment);
    approvals.made(payment, startedBy);
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
