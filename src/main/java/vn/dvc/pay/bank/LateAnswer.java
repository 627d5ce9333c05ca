package vn.dvc.pay.bank;

import org.jspecify.annotations.Nullable;
import vn.dvc.pay.values.AttemptRef;

/**
 * A bank's answer that came late, or to a settled attempt, and what it says. Published in the
 * transaction that receives it.
 */
public sealed interface LateAnswer {
  AttemptRef attempt();

  /** It settles an attempt whose outcome was unknown. Published when it is recorded. */
  record OutcomeBecameCertain(AttemptRef attempt) implements LateAnswer {}

  /**
   * An attempt settled as not executed was executed after all. Only a hint: the bank is asked
   * before anything is decided.
   */
  record OutcomeContradicted(AttemptRef attempt) implements LateAnswer {}

  /**
   * It is certain and contradicts a settled attempt, and our record stands. People look into it:
   * either the bank is wrong, or we are.
   *
   * @param bank the attempt's state according to this answer, null if it gives none
   */
  record AnswerContradicted(
      AttemptRef attempt, Operation operation, @Nullable TransactionState bank)
      implements LateAnswer {}
}
