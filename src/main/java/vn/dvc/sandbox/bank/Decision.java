package vn.dvc.sandbox.bank;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a desk decides about one call, step by step, until it is committed as one line. */
final class Decision {

  private final String bank;
  private final Call call;
  private final String digest;
  private final Instant now;
  private final List<LedgerLine> ledger = new ArrayList<>();
  private CardTransaction transaction;
  private Sms sms;
  private String challenge;

  Decision(String bank, Call call, String digest, Instant now) {
    this.bank = bank;
    this.call = call;
    this.digest = digest;
    this.now = now;
  }

  Decision uses(String used) {
    this.challenge = used;
    return this;
  }

  Decision becomes(CardTransaction next) {
    this.transaction = next;
    return this;
  }

  Decision moves(LedgerLine.Kind kind, long amount) {
    ledger.add(new LedgerLine(bank, call.attemptRef(), kind, amount, now));
    return this;
  }

  Decision tells(Sms message) {
    this.sms = message;
    return this;
  }

  BookEntry.Committed approved() {
    return approved(null);
  }

  BookEntry.Committed approved(Result.OtpSent otp) {
    return committed(Result.approved(call, transaction, otp));
  }

  BookEntry.Committed declined(State state, Reason reason) {
    return declined(state, reason, null);
  }

  BookEntry.Committed declined(State state, Reason reason, Integer triesLeft) {
    return committed(Result.declined(call, state, reason, triesLeft));
  }

  private BookEntry.Committed committed(Result answer) {
    return new BookEntry.Committed(
        bank,
        call.attemptRef(),
        call.callRef(),
        digest,
        answer,
        transaction,
        List.copyOf(ledger),
        sms,
        challenge);
  }
}
