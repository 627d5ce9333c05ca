package vn.dvc.pay.clarification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.values.AttemptRef;

/** Finds the owner of an attempt whose outcome is unknown. */
@Component
public class AttemptOwners {
  private final List<AttemptOwner> owners;
  private final BankCalls calls;

  AttemptOwners(List<AttemptOwner> owners, BankCalls calls) {
    this.owners = owners;
    this.calls = calls;
  }

  /** The attempt's owner and its locked subject. Lock the attempt only after this. */
  public Owned lock(AttemptRef attempt) {
    var subject = calls.attempt(attempt).subject();
    var owner = owner(subject);
    owner.lock(subject);
    return new Owned(owner, subject);
  }

  /** The payment under which operators find it, null if there is none. */
  public @Nullable String paymentOf(Attempt attempt) {
    return owner(attempt.subject()).paymentOf(attempt.subject());
  }

  /** Whether the attempt is the payment's own, rather than one of a reversal for it. */
  public boolean isOfItsPayment(AttemptRef attempt) {
    var subject = calls.attempt(attempt).subject();
    return subject.equals(owner(subject).paymentOf(subject));
  }

  private AttemptOwner owner(String subject) {
    return owners.stream()
        .filter(owner -> owner.owns(subject))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody owns the attempts of " + subject));
  }

  public record Owned(AttemptOwner owner, String subject) {}
}
