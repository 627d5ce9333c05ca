package vn.dvc.pay.dossier.record;

import jakarta.persistence.Embeddable;
import vn.dvc.pay.dossier.DossierContent;
import vn.dvc.pay.values.Money;

/** One stored fee of a dossier. */
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
    var stored = new DossierFee();
    stored.code = fee.code();
    stored.name = fee.name();
    stored.amount = fee.amount().dong();
    stored.beneficiaryBank = fee.beneficiary().bank();
    stored.beneficiaryAccount = fee.beneficiary().account();
    stored.beneficiaryName = fee.beneficiary().name();
    return stored;
  }

  DossierContent.Fee fee() {
    return new DossierContent.Fee(
        code,
        name,
        Money.dong(amount),
        new DossierContent.Beneficiary(beneficiaryBank, beneficiaryAccount, beneficiaryName));
  }
}
