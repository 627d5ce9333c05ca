package vn.dvc.pay.engine.signin;

import java.time.Duration;
import java.util.Set;

/** What is known of changes of staff accounts. */
public interface AccountChanges {

  /** Who created this member's account, set its password or added it to a group lately. */
  Set<String> whoChanged(String member, Duration lately);

  /**
   * Somebody changed an account. Published within the change's transaction.
   *
   * @param actor who did it
   * @param what {@code account-created}, {@code password-set} and so on: words of the audit trail
   * @param before what it was, or a dash
   * @param after what it is now, or a dash
   */
  record Change(String actor, String what, String member, String before, String after) {}
}
