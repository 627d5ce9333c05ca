package vn.dvc.pay.dossier;

import java.time.LocalDate;
import java.util.List;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;

/** A dossier as the portal describes it: procedure, authority, payer and fees. */
public record DossierContent(
    String procedure, String authority, Payer payer, LocalDate dueDate, List<Fee> fees) {
  public static final int MAX_FEES = 50;

  /** One fee of the dossier and its beneficiary. */
  public record Fee(String code, String name, Money amount, Beneficiary beneficiary) {}

  /** The account that finally receives the fee. */
  public record Beneficiary(String bank, String account, String name) {}
}
