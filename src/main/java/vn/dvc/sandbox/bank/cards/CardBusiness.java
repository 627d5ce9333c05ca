package vn.dvc.sandbox.bank.cards;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.SandboxSettings.Capture;
import vn.dvc.sandbox.bank.AttemptState;
import vn.dvc.sandbox.bank.Call;
import vn.dvc.sandbox.bank.CardOutcome;
import vn.dvc.sandbox.bank.DeclinedBecause;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.SandboxOperation;
import vn.dvc.sandbox.bank.attempts.CardAttempt;
import vn.dvc.sandbox.bank.attempts.PendingOtp;
import vn.dvc.sandbox.bank.attempts.SandboxAttempt;
import vn.dvc.sandbox.bank.business.BankRefs;
import vn.dvc.sandbox.bank.business.Business;
import vn.dvc.sandbox.bank.business.Decision;
import vn.dvc.sandbox.bank.business.SandboxRuling;
import vn.dvc.sandbox.bank.state.BankState;
import vn.dvc.sandbox.bank.state.JournalEntry;
import vn.dvc.sandbox.bank.state.LedgerLine;
import vn.dvc.sandbox.signing.KeyRing;

/** Decides card calls: who may pay, which code is correct, when money moves. */
@Component
class CardBusiness implements Business {

  private final KeyRing keys;
  private final BankState state;
  private final CardCheck cards;
  private final Codes codes;
  private final BankRefs refs;

  CardBusiness(KeyRing keys, BankState state, CardCheck cards, Codes codes, BankRefs refs) {
    this.keys = keys;
    this.state = state;
    this.cards = cards;
    this.codes = codes;
    this.refs = refs;
  }

  @Override
  public Set<SandboxOperation> operations() {
    return EnumSet.of(
        SandboxOperation.AUTHORISE,
        SandboxOperation.OTP,
        SandboxOperation.RESEND,
        SandboxOperation.CAPTURE,
        SandboxOperation.VOID);
  }

  @Override
  public SandboxRuling prepare(SandboxSettings.Bank bank, Call call) {
    Map<String, Object> opened = opened(bank, call);
    return (known, decision) -> decide(bank, call, known, opened, decision);
  }

  /** A card misbehaves when money is about to be taken. */
  @Override
  public Optional<Fault> fault(
      SandboxSettings.Bank bank,
      SandboxOperation operation,
      UUID attemptRef,
      @Nullable JsonNode body) {
    boolean moves =
        operation == SandboxOperation.CAPTURE
            || (operation == SandboxOperation.OTP && bank.capture() == Capture.WITH_OTP);
    return moves
        ? state
            .attempt(bank.bin(), attemptRef)
            .filter(CardAttempt.class::isInstance)
            .map(CardAttempt.class::cast)
            .filter(CardAttempt::isHeld)
            .map(CardAttempt::outcome)
            .flatMap(CardOutcome::fault)
        : Optional.empty();
  }

  private JournalEntry.Committed decide(
      SandboxSettings.Bank bank,
      Call call,
      Optional<SandboxAttempt> known,
      Map<String, Object> opened,
      Decision decision) {
    if (call.operation() == SandboxOperation.AUTHORISE) {
      return authorise(bank, call, opened, decision, decision.now());
    }
    if (!(known.orElseThrow(() -> new IllegalStateException("No attempt " + call.attemptRef()))
        instanceof CardAttempt card)) {
      return decision.declined(known.get().state(), DeclinedBecause.WRONG_STATE);
    }
    return switch (call.operation()) {
      case OTP -> otp(bank, call, card, opened, decision, decision.now());
      case RESEND -> resend(bank, card, decision, decision.now());
      case CAPTURE -> capture(card, decision);
      case VOID -> release(card, decision);
      default -> throw new IllegalStateException("Not a card operation: " + call.operation());
    };
  }

  private JournalEntry.Committed authorise(
      SandboxSettings.Bank bank,
      Call call,
      Map<String, Object> opened,
      Decision decision,
      Instant now) {
    if (!meant(bank, call, opened)) {
      decision.becomes(blank(call).declined(DeclinedBecause.SEALED_VALUE_REFUSED));
      return decision.declined(AttemptState.DECLINED, DeclinedBecause.SEALED_VALUE_REFUSED);
    }
    decision.uses(call.text("challenge"));
    CardCheck.Finding card = cards.check(bank, opened);
    CardAttempt transaction =
        new CardAttempt(
            call.attemptRef(),
            call.text("payment"),
            call.amount(),
            AttemptState.PENDING_OTP,
            null,
            refs.transfer(bank, call),
            card.last4(),
            card.token(),
            card.outcome(),
            null);
    if (card.decline().isPresent()) {
      decision.becomes(transaction.declined(card.decline().get()));
      return decision.declined(AttemptState.DECLINED, card.decline().get());
    }
    decision.moves(LedgerLine.Kind.HOLD, call.amount());
    return sendCode(bank, transaction, bank.otp().resends(), decision, now);
  }

  private JournalEntry.Committed otp(
      SandboxSettings.Bank bank,
      Call call,
      CardAttempt known,
      Map<String, Object> opened,
      Decision decision,
      Instant now) {
    if (known.state() != AttemptState.PENDING_OTP) {
      return decision.declined(known.state(), DeclinedBecause.WRONG_STATE);
    }
    int triesLeft = known.otp().triesLeft();
    if (!meant(bank, call, opened) || !call.text("payment").equals(known.payment())) {
      return decision.declined(
          AttemptState.PENDING_OTP, DeclinedBecause.SEALED_VALUE_REFUSED, triesLeft);
    }
    decision.uses(call.text("challenge"));
    if (now.isAfter(known.otp().validUntil())) {
      return decision.declined(AttemptState.PENDING_OTP, DeclinedBecause.OTP_EXPIRED, triesLeft);
    }
    if (!codes.matches(keys.of(bank.bin()), known, String.valueOf(opened.get("otp")))) {
      return wrongCode(known, decision);
    }
    CardAttempt authorised = known.with(null).in(AttemptState.AUTHORISED);
    return bank.capture() == Capture.WITH_OTP
        ? capture(authorised, decision)
        : decision.becomes(authorised).approved();
  }

  private JournalEntry.Committed wrongCode(CardAttempt known, Decision decision) {
    PendingOtp left = known.otp().oneTryLess();
    if (left.triesLeft() > 0) {
      decision.becomes(known.with(left));
      return decision.declined(
          AttemptState.PENDING_OTP, DeclinedBecause.OTP_WRONG, left.triesLeft());
    }
    decision.moves(LedgerLine.Kind.VOID, known.amount());
    decision.becomes(known.declined(DeclinedBecause.OTP_TRIES_USED));
    return decision.declined(AttemptState.DECLINED, DeclinedBecause.OTP_TRIES_USED, 0);
  }

  private JournalEntry.Committed resend(
      SandboxSettings.Bank bank, CardAttempt known, Decision decision, Instant now) {
    if (known.state() != AttemptState.PENDING_OTP) {
      return decision.declined(known.state(), DeclinedBecause.WRONG_STATE);
    }
    int resendsLeft = known.otp().resendsLeft();
    if (resendsLeft == 0) {
      return decision.declined(
          AttemptState.PENDING_OTP, DeclinedBecause.NO_RESENDS_LEFT, known.otp().triesLeft());
    }
    return sendCode(bank, known, resendsLeft - 1, decision, now);
  }

  private JournalEntry.Committed capture(CardAttempt known, Decision decision) {
    if (known.state() != AttemptState.AUTHORISED) {
      return decision.declined(known.state(), DeclinedBecause.WRONG_STATE);
    }
    if (known.outcome() == CardOutcome.CAPTURE_DECLINED) {
      decision.moves(LedgerLine.Kind.VOID, known.amount());
      decision.becomes(known.declined(DeclinedBecause.BANK_DECLINED));
      return decision.declined(AttemptState.DECLINED, DeclinedBecause.BANK_DECLINED);
    }
    decision.moves(LedgerLine.Kind.DEBIT, known.amount());
    return decision.becomes(known.in(AttemptState.CAPTURED)).approved();
  }

  private JournalEntry.Committed release(CardAttempt known, Decision decision) {
    if (!known.isHeld() || decision.has(Fault.VOID_REFUSED)) {
      return decision.declined(known.state(), DeclinedBecause.WRONG_STATE);
    }
    decision.moves(LedgerLine.Kind.VOID, known.amount());
    return decision.becomes(known.with(null).in(AttemptState.VOIDED)).approved();
  }

  private JournalEntry.Committed sendCode(
      SandboxSettings.Bank bank,
      CardAttempt transaction,
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

  /** Whether the value was sealed for exactly this payment and entry, and was not used before. */
  private boolean meant(SandboxSettings.Bank bank, Call call, Map<String, Object> opened) {
    return call.text("payment").equals(opened.get("payment"))
        && call.text("challenge").equals(opened.get("challenge"))
        && !state.challengeUsed(bank.bin(), call.text("challenge"));
  }

  private static CardAttempt blank(Call call) {
    return new CardAttempt(
        call.attemptRef(),
        call.text("payment"),
        call.amount(),
        AttemptState.NOT_FOUND,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
