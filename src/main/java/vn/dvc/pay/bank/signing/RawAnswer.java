package vn.dvc.pay.bank.signing;

/** A bank's answer as received, not yet verified. Header values may be null. */
public record RawAnswer(
    int status, byte[] body, String signature, String call, String time, String nonce) {}
