package vn.dvc.pay.bank.calls;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;

/** An attempt as currently stored, with the version to compare. */
record AttemptView(
    UUID attemptRef,
    String subject,
    String bank,
    @Nullable Long amount,
    Attempt.State state,
    Long version,
    @Nullable String bankRef,
    @Nullable String last4,
    @Nullable String cardToken) {

  /** The same after a move; what the bank told before stays where it tells nothing now. */
  AttemptView movedTo(
      Attempt.State next,
      @Nullable String newBankRef,
      @Nullable String newLast4,
      @Nullable String newCardToken) {
    return new AttemptView(
        attemptRef,
        subject,
        bank,
        amount,
        next,
        version + 1,
        newBankRef == null ? bankRef : newBankRef,
        newLast4 == null ? last4 : newLast4,
        newCardToken == null ? cardToken : newCardToken);
  }

  Attempt toAttempt() {
    return new Attempt(
        new AttemptRef(attemptRef),
        Attempt.Subject.parse(subject),
        bank,
        amount == null ? null : new Money(amount),
        state,
        bankRef,
        last4,
        cardToken);
  }
}
