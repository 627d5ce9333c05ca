package vn.dvc.pay.bank;

import java.util.UUID;

/**
 * What banks tell us of their own accord. A message is believed only when its bank signed it, is
 * stored before it is answered, and published after that commit, again and again until whoever acts
 * on it says that it is handled.
 */
public interface BankMessages {

  /**
   * Takes a message in, outside a transaction. The same message again is a no-op.
   *
   * @return whether it is new
   * @throws vn.dvc.pay.values.Problem signature-invalid (401), message-malformed, amount-invalid
   *     (422), message-differs (409) when the bank tells another story under the same reference
   */
  boolean receive(Kind kind, Signed message);

  /**
   * Marks a message handled, in the transaction of its effect.
   *
   * @return whether it was not handled yet; where it was, there must be no second effect
   */
  boolean handled(UUID message);

  /** What a message is about. */
  enum Kind {
    /** Money came in at a branch or by transfer. */
    COLLECTION,
    /** An attempt or a mandate changed; a hint to ask. */
    NOTICE
  }

  /** A message as it arrived: exactly the bytes, and the headers that sign them. */
  record Signed(
      String bank,
      String path,
      byte[] body,
      String call,
      String time,
      String nonce,
      String signature) {}
}
