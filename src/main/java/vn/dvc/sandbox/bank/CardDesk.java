package vn.dvc.sandbox.bank;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.SandboxSettings.Capture;
import vn.dvc.sandbox.signing.BankKeys;
import vn.dvc.sandbox.signing.KeyRing;

/** Decides card calls: who may pay, which code is right, when money moves. */
@Component
class CardDesk {

  private final KeyRing keys;
  private final Books books;
  private final CardCheck cards;
  private final Codes codes;

  CardDesk(KeyRing keys, Books books, CardCheck cards, Codes codes) {
    this.keys = keys;
    this.books = books;
    this.cards = cards;
    this.codes = codes;
  }

  /**
   * Answers one call, now or as it was answered before; empty when its name was used for another
   * request.
   */
  Optional<Result> answer(SandboxSettings.Bank bank, Call call, String digest) {
    Map<String, Object> opened = opened(bank, call);
    return books
        .settle(bank.bin(), call, digest, known -> decide(bank, call, digest, known, opened))
        .map(BookEntry.Committed::answer);
  }

  private BookEntry.Committed decide(
      SandboxSettings.Bank bank,
      Call call,
      String digest,
      Optional<CardTransaction> known,
      Map<String, Object> opened) {
    Instant now = Instant.now();
    Decision decision = new Decision(bank.bin(), call, digest, now);
    State state = known.map(CardTransaction::state).orElse(State.NOT_FOUND);
    if (now.isAfter(call.validUntil())) {
      return decision.declined(state, Reason.REQUEST_EXPIRED);
    }
    boolean opens =
        call.operation() == Operation.AUTHORISE || call.operation() == Operation.TOMBSTONE;
    if (opens != known.isEmpty() || known.filter(it -> it.amount() != call.amount()).isPresent()) {
      return decision.declined(state, Reason.WRONG_STATE);
    }
    return switch (call.operation()) {
      case AUTHORISE -> authorise(bank, call, opened, decision, now);
      case TOMBSTONE -> decision.becomes(blank(call).in(State.TOMBSTONED)).approved();
      case OTP -> otp(bank, call, known.get(), opened, decision, now);
      case RESEND -> resend(bank, known.get(), decision, now);
      case CAPTURE -> capture(known.get(), decision);
      case VOID -> release(known.get(), decision);
      case INQUIRY -> throw new IllegalStateException("An inquiry decides nothing");
    };
  }

  private BookEntry.Committed authorise(
      SandboxSettings.Bank bank,
      Call call,
      Map<String, Object> opened,
      Decision decision,
      Instant now) {
    if (!meant(bank, call, opened)) {
      decision.becomes(blank(call).declined(Reason.SEALED_VALUE_REFUSED));
      return decision.declined(State.DECLINED, Reason.SEALED_VALUE_REFUSED);
    }
    decision.uses(call.text("challenge"));
    CardCheck.Finding card = cards.check(bank, opened);
    CardTransaction transaction =
        new CardTransaction(
            call.attemptRef(),
            call.text("payment"),
            call.amount(),
            State.PENDING_OTP,
            null,
            bankRef(bank, call),
            card.last4(),
            card.token(),
            card.outcome(),
            null);
    if (card.decline().isPresent()) {
      decision.becomes(transaction.declined(card.decline().get()));
      return decision.declined(State.DECLINED, card.decline().get());
    }
    decision.moves(LedgerLine.Kind.HOLD, call.amount());
    return sendCode(bank, transaction, bank.otp().resends(), decision, now);
  }

  private BookEntry.Committed otp(
      SandboxSettings.Bank bank,
      Call call,
      CardTransaction known,
      Map<String, Object> opened,
      Decision decision,
      Instant now) {
    if (known.state() != State.PENDING_OTP) {
      return decision.declined(known.state(), Reason.WRONG_STATE);
    }
    int triesLeft = known.otp().triesLeft();
    if (!meant(bank, call, opened) || !call.text("payment").equals(known.payment())) {
      return decision.declined(State.PENDING_OTP, Reason.SEALED_VALUE_REFUSED, triesLeft);
    }
    decision.uses(call.text("challenge"));
    if (now.isAfter(known.otp().validUntil())) {
      return decision.declined(State.PENDING_OTP, Reason.OTP_EXPIRED, triesLeft);
    }
    if (!codes.matches(keys.of(bank.bin()), known, String.valueOf(opened.get("otp")))) {
      return wrongCode(known, decision);
    }
    CardTransaction authorised = known.with(null).in(State.AUTHORISED);
    return bank.capture() == Capture.WITH_OTP
        ? capture(authorised, decision)
        : decision.becomes(authorised).approved();
  }

  private BookEntry.Committed wrongCode(CardTransaction known, Decision decision) {
    PendingOtp left = known.otp().oneTryLess();
    if (left.triesLeft() > 0) {
      decision.becomes(known.with(left));
      return decision.declined(State.PENDING_OTP, Reason.OTP_WRONG, left.triesLeft());
    }
    decision.moves(LedgerLine.Kind.VOID, known.amount());
    decision.becomes(known.declined(Reason.OTP_TRIES_USED));
    return decision.declined(State.DECLINED, Reason.OTP_TRIES_USED, 0);
  }

  private BookEntry.Committed resend(
      SandboxSettings.Bank bank, CardTransaction known, Decision decision, Instant now) {
    if (known.state() != State.PENDING_OTP) {
      return decision.declined(known.state(), Reason.WRONG_STATE);
    }
    int resendsLeft = known.otp().resendsLeft();
    if (resendsLeft == 0) {
      return decision.declined(State.PENDING_OTP, Reason.NO_RESENDS_LEFT, known.otp().triesLeft());
    }
    return sendCode(bank, known, resendsLeft - 1, decision, now);
  }

  private BookEntry.Committed capture(CardTransaction known, Decision decision) {
    if (known.state() != State.AUTHORISED) {
      return decision.declined(known.state(), Reason.WRONG_STATE);
    }
    if (known.outcome() == Outcome.CAPTURE_DECLINED) {
      decision.moves(LedgerLine.Kind.VOID, known.amount());
      decision.becomes(known.declined(Reason.BANK_DECLINED));
      return decision.declined(State.DECLINED, Reason.BANK_DECLINED);
    }
    decision.moves(LedgerLine.Kind.DEBIT, known.amount());
    return decision.becomes(known.in(State.CAPTURED)).approved();
  }

  private BookEntry.Committed release(CardTransaction known, Decision decision) {
    if (known.state() != State.PENDING_OTP && known.state() != State.AUTHORISED) {
      return decision.declined(known.state(), Reason.WRONG_STATE);
    }
    decision.moves(LedgerLine.Kind.VOID, known.amount());
    return decision.becomes(known.with(null).in(State.VOIDED)).approved();
  }

  private BookEntry.Committed sendCode(
      SandboxSettings.Bank bank,
      CardTransaction transaction,
      int resendsLeft,
      Decision decision,
      Instant now) {
    Codes.Sent sent = codes.send(bank, keys.of(bank.bin()), transaction, resendsLeft, now);
    return decision.becomes(transaction.with(sent.otp())).tells(sent.sms()).approved(sent.told());
  }

  private Map<String, Object> opened(SandboxSettings.Bank bank, Call call) {
    String sealed =
        switch (call.operation()) {
          case AUTHORISE -> call.text("sealedCard");
          case OTP -> call.text("sealedOtp");
          default -> null;
        };
    return sealed == null ? Map.of() : keys.of(bank.bin()).open(sealed).orElse(Map.of());
  }

  /** Whether what was sealed was sealed for exactly this payment and entry, and not used yet. */
  private boolean meant(SandboxSettings.Bank bank, Call call, Map<String, Object> opened) {
    return call.text("payment").equals(opened.get("payment"))
        && call.text("challenge").equals(opened.get("challenge"))
        && !books.challengeUsed(bank.bin(), call.text("challenge"));
  }

  private static CardTransaction blank(Call call) {
    return new CardTransaction(
        call.attemptRef(),
        call.text("payment"),
        call.amount(),
        State.NOT_FOUND,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private String bankRef(SandboxSettings.Bank bank, Call call) {
    BankKeys own = keys.of(bank.bin());
    return "FT" + own.hash("bankRef", call.attemptRef().toString()).substring(0, 12).toUpperCase();
  }
}
