package vn.dvc.pay.web.pages.choice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.registration.Mandate;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;

/**
 * The methods by which a payer may pay an amount. A method that the policy never offers to such a
 * payer is left out; one that only this amount rules out, or that needs a registered account, is
 * shown with that explanation.
 */
@Component
class PaymentOptions {
  private static final Money SMALLEST = Money.dong(1);
  private static final Set<RegistrationStatus> UNDER_WAY =
      Set.of(
          RegistrationStatus.CHECKING_ACCOUNT,
          RegistrationStatus.ACCOUNT_REFUSED,
          RegistrationStatus.AWAITING_FORM,
          RegistrationStatus.UNDER_REVIEW,
          RegistrationStatus.RETURNED,
          RegistrationStatus.ACTIVATING);

  private final Payments payments;
  private final Registrations registrations;
  private final Banks banks;

  PaymentOptions(Payments payments, Registrations registrations, Banks banks) {
    this.payments = payments;
    this.registrations = registrations;
    this.banks = banks;
  }

  List<PaymentOption> of(Payer payer, Money amount) {
    var ever = payments.methodsFor(payer, SMALLEST);
    var now = payments.methodsFor(payer, amount);
    return Arrays.stream(Method.values())
        .filter(method -> ever.contains(method) || now.contains(method))
        .map(method -> now.contains(method) ? way(method, payer) : tooMuch(method))
        .toList();
  }

  private static PaymentOption tooMuch(Method method) {
    return PaymentOption.hindered(method, "limit", null);
  }

  private PaymentOption way(Method method, Payer payer) {
    return method == Method.ACCOUNT ? byAccount(payer) : PaymentOption.open(method);
  }

  private PaymentOption byAccount(Payer payer) {
    return registrations
        .mandateOf(payer.id())
        .map(this::byMandate)
        .orElseGet(() -> withoutMandate(registrations.ofPayer(payer.id())));
  }

  private PaymentOption byMandate(Mandate mandate) {
    var account = mandate.account();
    if (banks.maintenance(account.bank()).isPresent()) {
      return PaymentOption.hindered(Method.ACCOUNT, "maintenance", null);
    }
    var bank = banks.find(account.bank()).map(Bank::name).orElse(account.bank());
    return new PaymentOption(Method.ACCOUNT, null, account.masked(), bank, mandate.registration());
  }

  private static PaymentOption withoutMandate(List<Registration> registrations) {
    return first(registrations, Set.of(RegistrationStatus.SUSPENDED))
        .map(found -> PaymentOption.hindered(Method.ACCOUNT, "suspended", found.id()))
        .or(
            () ->
                first(registrations, UNDER_WAY)
                    .map(found -> PaymentOption.hindered(Method.ACCOUNT, "under-way", found.id())))
        .orElseGet(() -> PaymentOption.hindered(Method.ACCOUNT, "not-registered", null));
  }

  private static Optional<Registration> first(
      List<Registration> registrations, Set<RegistrationStatus> statuses) {
    return registrations.stream().filter(each -> statuses.contains(each.status())).findFirst();
  }
}
