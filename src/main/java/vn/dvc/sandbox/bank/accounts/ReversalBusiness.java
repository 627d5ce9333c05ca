package vn.dvc.sandbox.bank.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.AccountOutcome;
import vn.dvc.sandbox.bank.AttemptState;
import vn.dvc.sandbox.bank.Call;
import vn.dvc.sandbox.bank.DeclinedBecause;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.SandboxOperation;
import vn.dvc.sandbox.bank.attempts.AccountAttempt;
import vn.dvc.sandbox.bank.attempts.SandboxAttempt;
import vn.dvc.sandbox.bank.business.BankRefs;
import vn.dvc.sandbox.bank.business.Business;
import vn.dvc.sandbox.bank.business.Decision;
import vn.dvc.sandbox.bank.business.SandboxRuling;
import vn.dvc.sandbox.bank.state.BankState;
import vn.dvc.sandbox.bank.state.JournalEntry;

/**
 * Gives back what a capture, debit or collection took, never more than that in total, unless the
 * bank has the habit of not checking the total.
 */
@Component
class ReversalBusiness implements Business {

  private final Accounts accounts;
  private final BankState state;
  private final BankRefs refs;

  ReversalBusiness(Accounts accounts, BankState state, BankRefs refs) {
    this.accounts = accounts;
    this.state = state;
    this.refs = refs;
  }

  @Override
  public Set<SandboxOperation> operations() {
    return Set.of(SandboxOperation.REVERSAL);
  }

  @Override
  public SandboxRuling prepare(SandboxSettings.Bank bank, Call call) {
    return (known, decision) -> decide(bank, call, decision);
  }

  private JournalEntry.Committed decide(SandboxSettings.Bank bank, Call call, Decision decision) {
    Optional<Taken> taken = taken(bank.bin(), call.body().path("original"));
    AccountAttempt reversal =
        new AccountAttempt(
            call.attemptRef(),
            SandboxOperation.REVERSAL,
            call.amount(),
            AttemptState.REVERSED,
            null,
            refs.transfer(bank, call),
            taken.map(Taken::account).orElse(null));
    Optional<DeclinedBecause> refused = refused(bank.bin(), taken, call, decision);
    if (refused.isPresent()) {
      decision.becomes(reversal.declined(refused.get()));
      return decision.declined(AttemptState.DECLINED, refused.get());
    }
    Taken it = taken.get();
    decision.givesBack(call.amount(), it.account(), it.attempt(), it.collection());
    return decision.becomes(reversal).approved();
  }

  private Optional<DeclinedBecause> refused(
      String bin, Optional<Taken> taken, Call call, Decision decision) {
    if (taken.isEmpty()) {
      return Optional.of(DeclinedBecause.ORIGINAL_NOT_FOUND);
    }
    long left = taken.get().amount() - state.givenBack(bin, taken.get().name());
    if (call.amount() > left && !decision.has(Fault.REVERSAL_UNCHECKED)) {
      return Optional.of(DeclinedBecause.AMOUNT_EXCEEDS_ORIGINAL);
    }
    return Optional.ofNullable(taken.get().account())
        .flatMap(number -> accounts.find(bin, number))
        .filter(account -> account.outcome() == AccountOutcome.REVERSAL_DECLINED)
        .map(account -> DeclinedBecause.BANK_DECLINED);
  }

  private Optional<Taken> taken(String bin, JsonNode original) {
    if (original.hasNonNull("collection")) {
      return state
          .collection(original.path("collection").asText())
          .filter(it -> it.bank().equals(bin))
          .map(it -> new Taken(it.amount(), it.account(), null, it.reference()));
    }
    return state
        .attempt(bin, UUID.fromString(original.path("attemptRef").asText()))
        .filter(SandboxAttempt::tookMoney)
        .map(it -> new Taken(it.amount(), it.account(), it.attemptRef(), null));
  }

  /** What to give back: an attempt's money or a collection's; the other reference is null. */
  private record Taken(
      long amount, @Nullable String account, @Nullable UUID attempt, @Nullable String collection) {
    @Nullable String name() {
      return attempt == null ? collection : attempt.toString();
    }
  }
}
