package vn.dvc.sandbox.bank.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.attempts.CardAttempt;
import vn.dvc.sandbox.bank.attempts.SandboxAttempt;
import vn.dvc.sandbox.bank.state.BankState;
import vn.dvc.sandbox.bank.state.Collected;
import vn.dvc.sandbox.bank.state.LedgerLine;

/** Derives a bank's daily statement from its ledger; days begin and end in Vietnam's time zone. */
@Component
public class StatementWriter {

  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final BankState state;

  StatementWriter(BankState state) {
    this.state = state;
  }

  /** Empty for a day that has not begun. */
  public Optional<BankStatement> of(SandboxSettings.Bank bank, LocalDate day, Instant now) {
    Instant from = day.atStartOfDay(ZONE).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(ZONE).toInstant();
    if (now.isBefore(from)) {
      return Optional.empty();
    }
    long opening = 0;
    long number = 0;
    List<BankStatement.Entry> entries = new ArrayList<>();
    for (LedgerLine line : state.ledger(false)) {
      if (!line.bank().equals(bank.bin())) {
        continue;
      }
      number++;
      boolean credit = line.kind() != LedgerLine.Kind.REVERSAL;
      if (line.at().isBefore(from)) {
        opening += credit ? line.amount() : -line.amount();
      } else if (line.at().isBefore(end)) {
        entries.add(entry(number, line, credit));
      }
    }
    Instant to = now.isBefore(end) ? now : end;
    return Optional.of(
        new BankStatement(bank.bin(), account(bank), day, from, to, opening, List.copyOf(entries)));
  }

  private BankStatement.Entry entry(long number, LedgerLine line, boolean credit) {
    Optional<SandboxAttempt> attempt =
        Optional.ofNullable(line.attemptRef()).flatMap(ref -> state.attempt(line.bank(), ref));
    return new BankStatement.Entry(
        number,
        attempt.map(SandboxAttempt::bankRef).orElse(line.collection()),
        Optional.ofNullable(line.attemptRef())
            .map(StatementWriter::compact)
            .orElse(line.collection()),
        line.amount(),
        credit,
        line.at(),
        text(line, attempt));
  }

  /** An EndToEndId holds at most 35 characters. */
  private static String compact(UUID attempt) {
    return attempt.toString().replace("-", "");
  }

  private @Nullable String text(LedgerLine line, Optional<SandboxAttempt> attempt) {
    if (line.kind() == LedgerLine.Kind.COLLECTION) {
      return state.collection(line.collection()).map(Collected::text).orElse(null);
    }
    return attempt
        .filter(CardAttempt.class::isInstance)
        .map(it -> ((CardAttempt) it).payment())
        .orElse(null);
  }

  /**
   * A bank that collects nothing settles its card and account payments over an account of its own.
   */
  private static String account(SandboxSettings.Bank bank) {
    return bank.collecting() == null ? "DVC" + bank.bin() : bank.collecting().number();
  }
}
