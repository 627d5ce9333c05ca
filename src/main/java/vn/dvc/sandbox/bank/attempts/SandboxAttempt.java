package vn.dvc.sandbox.bank.attempts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.sandbox.bank.AttemptState;
import vn.dvc.sandbox.bank.DeclinedBecause;

/** An attempt as the bank sees it after its last call. Each journal line contains it completely. */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    property = "kind",
    // Journals written before accounts existed name no kind.
    defaultImpl = CardAttempt.class)
@JsonSubTypes({
  @JsonSubTypes.Type(value = CardAttempt.class, name = "card"),
  @JsonSubTypes.Type(value = AccountAttempt.class, name = "account"),
  @JsonSubTypes.Type(value = SandboxTombstone.class, name = "tombstone"),
  @JsonSubTypes.Type(value = Forgotten.class, name = "forgotten")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface SandboxAttempt
    permits CardAttempt, AccountAttempt, SandboxTombstone, Forgotten {

  UUID attemptRef();

  /** Null if the attempt moves no money. */
  @Nullable Long amount();

  AttemptState state();

  /** The state in which it would end if all went well. */
  AttemptState goal();

  default @Nullable DeclinedBecause reason() {
    return null;
  }

  default @Nullable String bankRef() {
    return null;
  }

  /** The account that is debited or credited; null if there is none. */
  default @Nullable String account() {
    return null;
  }

  /** Whether it took money. */
  default boolean tookMoney() {
    return state() == AttemptState.CAPTURED || state() == AttemptState.DEBITED;
  }
}
