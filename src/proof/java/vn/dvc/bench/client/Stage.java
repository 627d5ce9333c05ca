package vn.dvc.bench.client;

/** A stretch of a payment at whose end a payer, or the portal, waits for us. */
public enum Stage {
  /** From the intended arrival until the dossier is put and the payment is started. */
  STARTED("start"),
  /** From the card until its OTP may be entered, by the payment's history. */
  OTP_ASKED("card → OTP"),
  /** From the last thing that the payer does until the payment is paid, by the event's time. */
  PAID("last act → paid"),
  /** The same until the portal has been told. */
  TOLD("last act → told");

  private final String title;

  Stage(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
