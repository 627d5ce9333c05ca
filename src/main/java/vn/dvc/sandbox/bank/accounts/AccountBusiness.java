package vn.dvc.sandbox.bank.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
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
import vn.dvc.sandbox.bank.attempts.Result;
import vn.dvc.sandbox.bank.attempts.SandboxAttempt;
import vn.dvc.sandbox.bank.business.BankRefs;
import vn.dvc.sandbox.bank.business.Business;
import vn.dvc.sandbox.bank.business.Decision;
import vn.dvc.sandbox.bank.business.SandboxRuling;
import vn.dvc.sandbox.bank.state.BankState;
import vn.dvc.sandbox.bank.state.JournalEntry;
import vn.dvc.sandbox.bank.state.LedgerLine;

/** Decides about accounts: who owns them, which mandates are valid, which debits are covered. */
@Component
class AccountBusiness implements Business {

  private final Accounts accounts;
  private final BankState state;
  private final BankRefs refs;

  AccountBusiness(Accounts accounts, BankState state, BankRefs refs) {
    this.accounts = accounts;
    this.state = state;
    this.refs = refs;
  }

  @Override
  public Set<SandboxOperation> operations() {
    return EnumSet.of(
        SandboxOperation.ENQUIRY,
        SandboxOperation.MANDATE,
        SandboxOperation.END_MANDATE,
        SandboxOperation.DEBIT);
  }

  /** An account misbehaves when money is about to leave it. */
  @Override
  public Optional<Fault> fault(
      SandboxSettings.Bank bank,
      SandboxOperation operation,
      UUID attemptRef,
      @Nullable JsonNode body) {
    return operation == SandboxOperation.DEBIT && body != null
        ? accounts
            .find(bank.bin(), body.path("account").asText())
            .map(Accounts.Account::outcome)
            .flatMap(AccountOutcome::fault)
        : Optional.empty();
  }

  @Override
  public SandboxRuling prepare(SandboxSettings.Bank bank, Call call) {
    return switch (call.operation()) {
      case ENQUIRY -> (known, decision) -> enquiry(bank, call, decision);
      case MANDATE -> (known, decision) -> mandate(bank, call, decision);
      case END_MANDATE ->
          (known, decision) ->
              endMandate(
                  known.orElseThrow(
                      () -> new IllegalStateException("No attempt " + call.attemptRef())),
                  call,
                  decision);
      case DEBIT -> (known, decision) -> debit(bank, call, decision);
      default -> throw new IllegalStateException("Not an account operation: " + call.operation());
    };
  }

  private JournalEntry.Committed enquiry(SandboxSettings.Bank bank, Call call, Decision decision) {
    Optional<Accounts.Account> account = accounts.find(bank.bin(), call.text("account"));
    Optional<DeclinedBecause> refused = unusable(account);
    return refused.isPresent()
        ? decision.declined(AttemptState.NOT_FOUND, refused.get())
        : decision.owned(new Result.Owner(account.get().owner(), account.get().identityNumber()));
  }

  private JournalEntry.Committed mandate(SandboxSettings.Bank bank, Call call, Decision decision) {
    AccountAttempt mandate =
        new AccountAttempt(
            call.attemptRef(),
            SandboxOperation.MANDATE,
            null,
            AttemptState.AUTHORISED,
            null,
            refs.mandate(bank, call),
            call.text("account"));
    Optional<Accounts.Account> account = accounts.find(bank.bin(), call.text("account"));
    return ruled(
        mandate,
        unusable(account)
            .or(
                () ->
                    isOwner(account.get(), call)
                        ? Optional.empty()
                        : Optional.of(DeclinedBecause.BANK_DECLINED)),
        decision);
  }

  private JournalEntry.Committed endMandate(SandboxAttempt known, Call call, Decision decision) {
    if (!(known instanceof AccountAttempt mandate)
        || !mandate.isMandate()
        || !call.text("mandate").equals(mandate.bankRef())) {
      return decision.declined(known.state(), DeclinedBecause.WRONG_STATE);
    }
    return decision.becomes(mandate.in(AttemptState.VOIDED)).approved();
  }

  private JournalEntry.Committed debit(SandboxSettings.Bank bank, Call call, Decision decision) {
    AccountAttempt debit =
        new AccountAttempt(
            call.attemptRef(),
            SandboxOperation.DEBIT,
            call.amount(),
            AttemptState.DEBITED,
            null,
            refs.transfer(bank, call),
            call.text("account"));
    Optional<DeclinedBecause> refused =
        withoutMandate(bank, call)
            .or(() -> uncovered(accounts.find(bank.bin(), debit.account()), call));
    if (refused.isEmpty()) {
      decision.moves(LedgerLine.Kind.DEBIT, call.amount(), debit.account());
    }
    return ruled(debit, refused, decision);
  }

  private static JournalEntry.Committed ruled(
      AccountAttempt attempt, Optional<DeclinedBecause> refused, Decision decision) {
    if (refused.isEmpty()) {
      return decision.becomes(attempt).approved();
    }
    decision.becomes(attempt.declined(refused.get()));
    return decision.declined(AttemptState.DECLINED, refused.get());
  }

  private static Optional<DeclinedBecause> unusable(Optional<Accounts.Account> account) {
    return account.isEmpty()
        ? Optional.of(DeclinedBecause.ACCOUNT_NOT_FOUND)
        : account.get().outcome().atEnquiry();
  }

  private static boolean isOwner(Accounts.Account account, Call call) {
    return account.owner().equals(call.text("holder").strip())
        && account.identityNumber().equals(call.text("identityNumber").strip());
  }

  /**
   * A mandate that has ended did exist once; an unknown reference never was a mandate of this
   * account.
   */
  private Optional<DeclinedBecause> withoutMandate(SandboxSettings.Bank bank, Call call) {
    Optional<AccountAttempt> mandate =
        state
            .mandate(bank.bin(), call.text("mandate"))
            .filter(it -> it.account().equals(call.text("account")));
    if (mandate.isEmpty()) {
      return Optional.of(DeclinedBecause.BANK_DECLINED);
    }
    return mandate.get().state() == AttemptState.AUTHORISED
        ? Optional.empty()
        : Optional.of(DeclinedBecause.MANDATE_SUSPENDED);
  }

  private Optional<DeclinedBecause> uncovered(Optional<Accounts.Account> account, Call call) {
    if (account.isEmpty()) {
      return Optional.of(DeclinedBecause.BANK_DECLINED);
    }
    return account
        .get()
        .outcome()
        .atDebit()
        .or(
            () ->
                accounts.balance(account.get()) < call.amount()
                    ? Optional.of(DeclinedBecause.INSUFFICIENT_FUNDS)
                    : Optional.empty());
  }
}
