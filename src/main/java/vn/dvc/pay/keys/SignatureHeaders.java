package vn.dvc.pay.keys;

/** The HTTP headers of a signature and of what it covers besides the message itself. */
public final class SignatureHeaders {
  public static final String SIGNATURE = "Dvc-Signature";
  public static final String BANK = "Dvc-Bank";
  public static final String CALL = "Dvc-Call";
  public static final String TIME = "Dvc-Time";
  public static final String NONCE = "Dvc-Nonce";

  private SignatureHeaders() {}
}
