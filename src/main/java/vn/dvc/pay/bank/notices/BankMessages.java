package vn.dvc.pay.bank.notices;

import java.util.UUID;

/**
 * Messages that banks send of their own accord. Each must be signed by its bank, is stored before
 * it is acknowledged, and is published after that commit, repeatedly until its listener marks it as
 * handled.
 */
public interface BankMessages {

  /**
   * Receives a message, outside a transaction. Receiving it again has no effect.
   *
   * @return whether it is new
   * @throws vn.dvc.pay.values.Problem signature-invalid (401), message-malformed, amount-invalid
   *     (422), message-differs (409) if the bank says something different under the same reference
   */
  boolean receive(Kind kind, Signed message);

  /**
   * Marks a message as handled, in the transaction of its effect.
   *
   * @return false if it was already handled, in which case there must be no second effect
   */
  boolean handled(UUID message);

  /** The kind of a message. */
  enum Kind {
    /** Money was received at a branch or by transfer. */
    COLLECTION,
    /** An attempt or a mandate changed; only a reason to inquire. */
    NOTICE
  }

  /** A message exactly as received: its bytes and the headers that sign them. */
  record Signed(
      String bank,
      String path,
      byte[] body,
      String call,
      String time,
      String nonce,
      String signature) {}
}
