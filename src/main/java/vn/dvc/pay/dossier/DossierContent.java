package vn.dvc.pay.dossier;

import java.time.LocalDate;
import java.util.List;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.text.CleanText;

/**
 * A dossier as the portal describes it: procedure, authority, payer and fees. Its texts are in
 * their one spelling, so that the same dossier written in another is equal.
 */
public record DossierContent(
    String procedure, String authority, Payer payer, LocalDate dueDate, List<Fee> fees) {
  public static final int MAX_FEES = 50;

  public DossierContent {
    procedure = CleanText.of(procedure);
    authority = CleanText.of(authority);
  }

  /** One fee of the dossier and its beneficiary. */
  public record Fee(String code, String name, Money amount, Beneficiary beneficiary) {
    public Fee {
      name = CleanText.of(name);
    }
  }

  /** The account that finally receives the fee. */
  public record Beneficiary(String bank, String account, String name) {
    public Beneficiary {
      name = CleanText.of(name);
    }
  }
}
