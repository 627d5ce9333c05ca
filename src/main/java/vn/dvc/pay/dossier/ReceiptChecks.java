package vn.dvc.pay.dossier;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Money;

/**
 * Whether a printed confirmation of payment is ours. Each has a check code that nobody can guess
 * and that stands on the paper only: its number alone, which counts up, tells nothing.
 */
public interface ReceiptChecks {

  /** The code that is printed beside this number. */
  String codeOf(String number);

  /**
   * What the paper with this number and code must say. A number that we never gave is answered as a
   * wrong code is, and takes as long.
   *
   * @param code as typed: case, blanks and hyphens do not matter
   */
  Optional<Confirmed> check(String number, String code);

  /**
   * @param cancelledAt when its money was given back; null while the confirmation is valid
   */
  record Confirmed(
      String number,
      DossierCode dossier,
      Money amount,
      Instant issuedAt,
      @Nullable Instant cancelledAt) {}
}
