package vn.dvc.pay.web.pages.payment;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.dossier.ReceiptChecks;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;

/** One paper of ours. */
class FakeReceiptChecks implements ReceiptChecks {
  static final String NUMBER = "BL-2026-0000007";
  static final String CODE = "K7QM2X9APR4T";

  @Nullable Instant cancelledAt;

  @Override
  public String codeOf(String number) {
    return CODE;
  }

  @Override
  public Optional<Confirmed> check(String number, String code) {
    return number.equals(NUMBER) && code.replace("-", "").equals(CODE)
        ? Optional.of(
            new Confirmed(
                NUMBER,
                DossierCode.of("000.00.00.H47-261124-0001"),
                Money.dong(1_234_000),
                Instant.parse("2026-11-24T03:00:00Z"),
                cancelledAt))
        : Optional.empty();
  }
}
