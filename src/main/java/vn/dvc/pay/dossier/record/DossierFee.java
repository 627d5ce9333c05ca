package vn.dvc.pay.dossier.record;

import jakarta.persistence.Embeddable;
import vn.dvc.pay.dossier.DossierContent;
import vn.dvc.pay.values.Money;

/** One fee of a dossier as a row of dossier_fee. */
@Embeddable
class DossierFee {
  private String code;
  private String name;
  private long amount;
  private String beneficiaryBank;
  private String beneficiaryAccount;
  private String beneficiaryName;

  DossierFee() {}

  static DossierFee of(DossierContent.Fee fee) {
    var row = new DossierFee();
    row.code = fee.code();
    row.name = fee.name();
    row.amount = fee.amount().dong();
    row.beneficiaryBank = fee.beneficiary().bank();
    row.beneficiaryAccount = fee.beneficiary().account();
    row.beneficiaryName = fee.beneficiary().name();
    return row;
  }

  DossierContent.Fee fee() {
    return new DossierContent.Fee(
        code,
        name,
        Money.dong(amount),
        new DossierContent.Beneficiary(beneficiaryBank, beneficiaryAccount, beneficiaryName));
  }
}
