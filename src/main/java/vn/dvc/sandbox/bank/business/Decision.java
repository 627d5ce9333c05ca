package vn.dvc.sandbox.bank.business;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.sandbox.bank.AttemptState;
import vn.dvc.sandbox.bank.Call;
import vn.dvc.sandbox.bank.DeclinedBecause;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.attempts.Result;
import vn.dvc.sandbox.bank.attempts.SandboxAttempt;
import vn.dvc.sandbox.bank.moods.Habits;
import vn.dvc.sandbox.bank.state.JournalEntry;
import vn.dvc.sandbox.bank.state.LedgerLine;
import vn.dvc.sandbox.bank.state.Sms;

/** The decision about one call, built step by step until it is committed as one journal line. */
public final class Decision {

  private final String bank;
  private final Call call;
  private final String digest;
  private final Instant now;
  private final Habits habits;
  private final List<LedgerLine> ledger = new ArrayList<>();
  private @Nullable SandboxAttempt attempt;
  private @Nullable Sms sms;
  private @Nullable String challenge;

  public Decision(String bank, Call call, String digest, Habits habits) {
    this.bank = bank;
    this.call = call;
    this.digest = digest;
    this.now = habits.now();
    this.habits = habits;
  }

  public Instant now() {
    return now;
  }

  /** Whether the deciding bank has this habit. */
  public boolean has(Fault habit) {
    return habits.has(habit);
  }

  public Decision uses(String used) {
    this.challenge = used;
    return this;
  }

  public Decision becomes(SandboxAttempt next) {
    this.attempt = next;
    return this;
  }

  public Decision moves(LedgerLine.Kind kind, long amount) {
    return moves(kind, amount, null);
  }

  public Decision moves(LedgerLine.Kind kind, long amount, @Nullable String account) {
    ledger.add(new LedgerLine(bank, call.attemptRef(), kind, amount, now, account, null, null));
    return this;
  }

  /** Gives money back; either the original attempt or the original collection is null. */
  public Decision givesBack(
      long amount, String account, @Nullable UUID original, @Nullable String collection) {
    ledger.add(
        new LedgerLine(
            bank,
            call.attemptRef(),
            LedgerLine.Kind.REVERSAL,
            amount,
            now,
            account,
            original,
            collection));
    return this;
  }

  public Decision tells(Sms message) {
    this.sms = message;
    return this;
  }

  public JournalEntry.Committed approved() {
    return approved(null);
  }

  public JournalEntry.Committed approved(Result.@Nullable OtpSent otp) {
    return committed(Result.approved(call, attempt, otp));
  }

  public JournalEntry.Committed owned(Result.Owner owner) {
    return committed(Result.owned(call, owner));
  }

  public JournalEntry.Committed declined(AttemptState state, DeclinedBecause reason) {
    return declined(state, reason, null);
  }

  public JournalEntry.Committed declined(
      AttemptState state, DeclinedBecause reason, @Nullable Integer triesLeft) {
    return committed(Result.declined(call, state, reason, triesLeft));
  }

  private JournalEntry.Committed committed(Result answer) {
    return new JournalEntry.Committed(
        bank,
        call.attemptRef(),
        call.callRef(),
        digest,
        answer,
        attempt,
        List.copyOf(ledger),
        sms,
        challenge);
  }
}
