package vn.dvc.pay.clarification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.values.AttemptRef;

/** Finds the owner of an attempt whose outcome is unknown. */
@Component
public class AttemptOwners {
  private final List<AttemptOwner<?>> owners;
  private final BankCalls calls;

  AttemptOwners(List<AttemptOwner<?>> owners, BankCalls calls) {
    this.owners = owners;
    this.calls = calls;
  }

  /** The attempt's owner and its locked subject. Lock the attempt only after this. */
  public Owned<?> lock(AttemptRef attempt) {
    var owned = owned(calls.attempt(attempt).subject());
    owned.lock();
    return owned;
  }

  /** The payment under which operators find it, null if there is none. */
  public @Nullable String paymentOf(Attempt attempt) {
    return owned(attempt.subject()).payment();
  }

  /** Whether the attempt is the payment's own, rather than one of a reversal for it. */
  public boolean isOfItsPayment(AttemptRef attempt) {
    return calls.attempt(attempt).subject() instanceof Subject.OfPayment;
  }

  private Owned<?> owned(Subject subject) {
    for (var owner : owners) {
      if (owner.subjects().isInstance(subject)) {
        return Owned.by(owner, subject);
      }
    }
    throw new IllegalStateException("Nobody owns the attempts of " + subject.id());
  }

  /** A subject and the owner of its attempts. */
  public record Owned<S extends Subject>(AttemptOwner<S> owner, S subject) {
    private static <S extends Subject> Owned<S> by(AttemptOwner<S> owner, Subject subject) {
      return new Owned<>(owner, owner.subjects().cast(subject));
    }

    private void lock() {
      owner.lock(subject);
    }

    public void outcomeUnknown(AttemptRef attempt) {
      owner.outcomeUnknown(subject, attempt);
    }

    public void outcomeFound(AttemptRef attempt, BankAnswer.Approved finding) {
      owner.outcomeFound(subject, attempt, finding);
    }

    public boolean givesUpWhatIsNotFound() {
      return owner.givesUpWhatIsNotFound(subject);
    }

    public @Nullable String payment() {
      return owner.paymentOf(subject);
    }
  }
}
