package vn.dvc.pay.clarification;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.AttemptOwner;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.values.AttemptRef;

/** Finds whose attempt is in doubt. */
@Component
public class AttemptOwners {
  private final List<AttemptOwner> owners;
  private final BankCalls calls;

  AttemptOwners(List<AttemptOwner> owners, BankCalls calls) {
    this.owners = owners;
    this.calls = calls;
  }

  /** The owner of this attempt and its subject, locked. Lock the attempt only after this. */
  public Owned lock(AttemptRef attempt) {
    var subject = calls.attempt(attempt).subject();
    var owner = owner(subject);
    owner.lock(subject);
    return new Owned(owner, subject);
  }

  /** The payment that operators find it under, null where there is none. */
  public String paymentOf(Attempt attempt) {
    return owner(attempt.subject()).paymentOf(attempt.subject());
  }

  /** Whether its payment itself made it, and no reversal for the payment. */
  public boolean isOfItsPayment(AttemptRef attempt) {
    var subject = calls.attempt(attempt).subject();
    return subject.equals(owner(subject).paymentOf(subject));
  }

  private AttemptOwner owner(String subject) {
    return owners.stream().filter(each -> each.owns(subject)).findFirst().orElseThrow();
  }

  public record Owned(AttemptOwner owner, String subject) {}
}
