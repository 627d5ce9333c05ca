package vn.dvc.pay.payment.record;

import jakarta.persistence.Embeddable;

/** One fee of a dossier that a payment pays, and its beneficiary. */
@Embeddable
public class PaymentLine {
  private String dossier;
  private String fee;
  private long amount;
  private String beneficiaryBank;
  private String beneficiaryAccount;
  private String beneficiaryName;

  protected PaymentLine() {}

  public PaymentLine(
      String dossier, String fee, long amount, String bank, String account, String name) {
    this.dossier = dossier;
    this.fee = fee;
    this.amount = amount;
    this.beneficiaryBank = bank;
    this.beneficiaryAccount = account;
    this.beneficiaryName = name;
  }

  public String dossier() {
    return dossier;
  }

  public String fee() {
    return fee;
  }

  public long amount() {
    return amount;
  }

  public String beneficiaryBank() {
    return beneficiaryBank;
  }

  public String beneficiaryAccount() {
    return beneficiaryAccount;
  }

  public String beneficiaryName() {
    return beneficiaryName;
  }
}
