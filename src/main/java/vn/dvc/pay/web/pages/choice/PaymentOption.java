package vn.dvc.pay.web.pages.choice;

import org.jspecify.annotations.Nullable;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.values.RegistrationId;

/**
 * A payment method as the choice shows it.
 *
 * @param hindrance why it cannot be chosen now (a key of the resource files); null if it can
 * @param account the masked account that would be debited; null for other methods
 * @param bank the name of that account's bank
 * @param registration the registration that the hindrance is about; null if there is none
 */
record PaymentOption(
    Method method,
    @Nullable String hindrance,
    @Nullable String account,
    @Nullable String bank,
    @Nullable RegistrationId registration) {

  static PaymentOption open(Method method) {
    return new PaymentOption(method, null, null, null, null);
  }

  static PaymentOption hindered(Method method, String why, @Nullable RegistrationId registration) {
    return new PaymentOption(method, why, null, null, registration);
  }

  public boolean usable() {
    return hindrance == null;
  }
}
