package vn.dvc.pay.values;

import java.util.Locale;
import vn.dvc.pay.values.text.CleanText;
import vn.dvc.pay.values.text.IdentityNumber;
import vn.dvc.pay.values.text.OrganisationName;
import vn.dvc.pay.values.text.PersonName;
import vn.dvc.pay.values.text.RefusedText;
import vn.dvc.pay.values.text.TaxCode;

/**
 * Who owes the fee, as the portal identifies them: citizens by personal number, organisations by
 * tax code. Id and name are in their one spelling, whoever wrote them; {@link #requireValid} is for
 * the doors.
 */
public record Payer(Kind kind, String id, String name) {

  public Payer {
    id = IdentityNumber.normal(id);
    name = CleanText.of(name);
  }

  /**
   * Checks a payer from outside.
   *
   * @throws Problem payer-invalid, payer-id-invalid, payer-name-invalid (422)
   */
  public Payer requireValid() {
    if (kind == null) {
      throw Problem.invalid("payer-invalid");
    }
    requireId("payer-id-invalid");
    try {
      checkName();
    } catch (RefusedText wrong) {
      throw Problem.invalid("payer-name-invalid").because("payer.name", wrong);
    }
    return this;
  }

  /** Checks the id alone. */
  public void requireId(String code) {
    try {
      checkId();
    } catch (RefusedText wrong) {
      throw Problem.invalid(code).because("payer.id", wrong);
    }
  }

  private void checkId() {
    switch (kind) {
      case INDIVIDUAL -> IdentityNumber.of(id);
      case ORGANISATION -> TaxCode.of(id);
    }
  }

  private void checkName() {
    switch (kind) {
      case INDIVIDUAL -> PersonName.of(name);
      case ORGANISATION -> OrganisationName.of(name);
    }
  }

  /** Whether this is the payer's name, whatever its case, spacing and Unicode composition. */
  public boolean isCalled(String other) {
    var wanted = CleanText.of(other);
    return wanted != null
        && !wanted.isEmpty()
        && name != null
        && name.toUpperCase(Locale.ROOT).equals(wanted.toUpperCase(Locale.ROOT));
  }

  /** An organisation's name; of a person's the given name only, for places that many may read. */
  public String shortName() {
    if (kind == Kind.ORGANISATION) {
      return name;
    }
    var given = name.lastIndexOf(' ') + 1;
    return name.substring(0, given).replaceAll("(\\p{L}\\p{M}*)\\S*", "$1.")
        + name.substring(given);
  }

  /** The portal's two kinds of payer. */
  public enum Kind {
    INDIVIDUAL,
    ORGANISATION
  }
}
