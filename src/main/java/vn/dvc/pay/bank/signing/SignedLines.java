package vn.dvc.pay.bank.signing;

import vn.dvc.pay.bank.contract.BankMapper;
import vn.dvc.pay.values.Sha256;

/** The lines over which requests and answers are signed, as contract bank-v1 lists them. */
public final class SignedLines {
  private SignedLines() {}

  public static String ofRequest(
      BankMapper.Message message, String call, String time, String nonce) {
    return String.join(
        "\n",
        "request",
        message.method(),
        message.path(),
        Sha256.base64Url(message.body()),
        call,
        time,
        nonce);
  }

  static String ofAnswer(
      int status, String path, byte[] body, String call, String time, String nonce) {
    return String.join(
        "\n", "answer", String.valueOf(status), path, Sha256.base64Url(body), call, time, nonce);
  }
}
