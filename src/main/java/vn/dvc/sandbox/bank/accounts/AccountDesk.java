package vn.dvc.sandbox.bank.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.AccountOutcome;
import vn.dvc.sandbox.bank.Call;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.Operation;
import vn.dvc.sandbox.bank.Reason;
import vn.dvc.sandbox.bank.State;
import vn.dvc.sandbox.bank.attempts.AccountAttempt;
import vn.dvc.sandbox.bank.attempts.Attempt;
import vn.dvc.sandbox.bank.attempts.Result;
import vn.dvc.sandbox.bank.books.BookEntry;
import vn.dvc.sandbox.bank.books.Books;
import vn.dvc.sandbox.bank.books.LedgerLine;
import vn.dvc.sandbox.bank.desk.BankRefs;
import vn.dvc.sandbox.bank.desk.Decision;
import vn.dvc.sandbox.bank.desk.Desk;
import vn.dvc.sandbox.bank.desk.Ruling;

/** Decides about accounts: whose they are, which mandates hold, which debits are covered. */
@Component
class AccountDesk implements Desk {

  private final Accounts accounts;
  private final Books books;
  private final BankRefs refs;

  AccountDesk(Accounts accounts, Books books, BankRefs refs) {
    this.accounts = accounts;
    this.books = books;
    this.refs = refs;
  }

  @Override
  public Set<Operation> operations() {
    return EnumSet.of(Operation.ENQUIRY, Operation.MANDATE, Operation.END_MANDATE, Operation.DEBIT);
  }

  /** An account misbehaves when the money is to leave it. */
  @Override
  public Optional<Fault> fault(
      SandboxSettings.Bank bank, Operation operation, UUID attemptRef, JsonNode body) {
    return operation == Operation.DEBIT && body != null
        ? accounts
            .find(bank.bin(), body.path("account").asText())
            .map(Accounts.Account::outcome)
            .flatMap(AccountOutcome::fault)
        : Optional.empty();
  }

  @Override
  public Ruling prepare(SandboxSettings.Bank bank, Call call) {
    return switch (call.operation()) {
      case ENQUIRY -> (known, decision) -> enquiry(bank, call, decision);
      case MANDATE -> (known, decision) -> mandate(bank, call, decision);
      case END_MANDATE -> (known, decision) -> endMandate(known.orElseThrow(), call, decision);
      case DEBIT -> (known, decision) -> debit(bank, call, decision);
      default -> throw new IllegalStateException("Not for the account desk: " + call.operation());
    };
  }

  private BookEntry.Committed enquiry(SandboxSettings.Bank bank, Call call, Decision decision) {
    Optional<Accounts.Account> account = accounts.find(bank.bin(), call.text("account"));
    Optional<Reason> refused = unusable(account);
    return refused.isPresent()
        ? decision.declined(State.NOT_FOUND, refused.get())
        : decision.owned(new Result.Owner(account.get().owner(), account.get().identityNumber()));
  }

  private BookEntry.Committed mandate(SandboxSettings.Bank bank, Call call, Decision decision) {
    AccountAttempt mandate =
        new AccountAttempt(
            call.attemptRef(),
            Operation.MANDATE,
            null,
            State.AUTHORISED,
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
                        : Optional.of(Reason.BANK_DECLINED)),
        decision);
  }

  private BookEntry.Committed endMandate(Attempt known, Call call, Decision decision) {
    if (!(known instanceof AccountAttempt mandate)
        || !mandate.isMandate()
        || !call.text("mandate").equals(mandate.bankRef())) {
      return decision.declined(known.state(), Reason.WRONG_STATE);
    }
    return decision.becomes(mandate.in(State.VOIDED)).approved();
  }

  private BookEntry.Committed debit(SandboxSettings.Bank bank, Call call, Decision decision) {
    AccountAttempt debit =
        new AccountAttempt(
            call.attemptRef(),
            Operation.DEBIT,
            call.amount(),
            State.DEBITED,
            null,
            refs.transfer(bank, call),
            call.text("account"));
    Optional<Reason> refused =
        withoutMandate(bank, call)
            .or(() -> uncovered(accounts.find(bank.bin(), debit.account()), call));
    if (refused.isEmpty()) {
      decision.moves(LedgerLine.Kind.DEBIT, call.amount(), debit.account());
    }
    return ruled(debit, refused, decision);
  }

  private static BookEntry.Committed ruled(
      AccountAttempt attempt, Optional<Reason> refused, Decision decision) {
    if (refused.isEmpty()) {
      return decision.becomes(attempt).approved();
    }
    decision.becomes(attempt.declined(refused.get()));
    return decision.declined(State.DECLINED, refused.get());
  }

  private static Optional<Reason> unusable(Optional<Accounts.Account> account) {
    return account.isEmpty()
        ? Optional.of(Reason.ACCOUNT_NOT_FOUND)
        : account.get().outcome().atEnquiry();
  }

  private static boolean isOwner(Accounts.Account account, Call call) {
    return account.owner().equals(call.text("holder").strip())
        && account.identityNumber().equals(call.text("identityNumber").strip());
  }

  /** A mandate that ended once was one; another name is no mandate of this account at all. */
  private Optional<Reason> withoutMandate(SandboxSettings.Bank bank, Call call) {
    Optional<AccountAttempt> mandate =
        books
            .mandate(bank.bin(), call.text("mandate"))
            .filter(it -> it.account().equals(call.text("account")));
    if (mandate.isEmpty()) {
      return Optional.of(Reason.BANK_DECLINED);
    }
    return mandate.get().state() == State.AUTHORISED
        ? Optional.empty()
        : Optional.of(Reason.MANDATE_SUSPENDED);
  }

  private Optional<Reason> uncovered(Optional<Accounts.Account> account, Call call) {
    if (account.isEmpty()) {
      return Optional.of(Reason.BANK_DECLINED);
    }
    return account
        .get()
        .outcome()
        .atDebit()
        .or(
            () ->
                accounts.balance(account.get()) < call.amount()
                    ? Optional.of(Reason.INSUFFICIENT_FUNDS)
                    : Optional.empty());
  }
}
