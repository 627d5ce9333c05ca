package vn.dvc.pay.dossier;

import java.time.LocalDate;
import java.util.List;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;

/**
 * What the portal says of a dossier: for which procedure, at which authority, owed by whom, what.
 */
public record DossierContent(
    String procedure, String authority, Payer payer, LocalDate dueDate, List<Fee> fees) {
  public static final int MAX_FEES = 50;

  /** One fee of the dossier and who it is for. */
  public record Fee(String code, String name, Money amount, Beneficiary beneficiary) {}

  /** The account that a fee ends up in. */
  public record Beneficiary(String bank, String account, String name) {}
}
