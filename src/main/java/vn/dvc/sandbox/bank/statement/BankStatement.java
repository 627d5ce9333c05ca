package vn.dvc.sandbox.bank.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one bank moved for DVC Pay on one day, in the bank's own words.
 *
 * @param to the end of the day, or the present moment if the day is not over
 * @param opening the total of all earlier days
 */
public record BankStatement(
    String bank,
    String account,
    LocalDate day,
    Instant from,
    Instant to,
    long opening,
    List<Entry> entries) {

  /**
   * One movement.
   *
   * @param number its position among all movements of the bank, starting with one
   * @param reference the attempt without hyphens, or the reference of a collection
   * @param credit whether the money came to DVC Pay; otherwise it was given back
   * @param text null if there is none
   */
  public record Entry(
      long number,
      @Nullable String bankRef,
      @Nullable String reference,
      long amount,
      boolean credit,
      Instant at,
      @Nullable String text) {

    private Entry as(String written) {
      return new Entry(number, bankRef, written, amount, credit, at, text);
    }
  }

  public long credits() {
    return entries.stream().filter(Entry::credit).count();
  }

  public long debits() {
    return entries.size() - credits();
  }

  public long creditSum() {
    return entries.stream().filter(Entry::credit).mapToLong(Entry::amount).sum();
  }

  public long debitSum() {
    return entries.stream().filter(it -> !it.credit()).mapToLong(Entry::amount).sum();
  }

  public long closing() {
    return opening + creditSum() - debitSum();
  }

  /** The same with another amount in its last line; the totals follow the lines. */
  public BankStatement withWrongAmount() {
    return changed(
        all -> {
          Entry it = all.remove(all.size() - 1);
          all.add(
              new Entry(
                  it.number(),
                  it.bankRef(),
                  it.reference(),
                  it.amount() + 1_000,
                  it.credit(),
                  it.at(),
                  it.text()));
        });
  }

  /** The same with its last line twice. */
  public BankStatement withLineTwice() {
    return changed(all -> all.add(all.get(all.size() - 1)));
  }

  /** The same without its last line, which remains in the ledger. */
  public BankStatement withoutLine() {
    return changed(all -> all.remove(all.size() - 1));
  }

  /** The same for a bank whose day lacks its last second. */
  public BankStatement endingEarly() {
    Instant last = day.plusDays(1).atStartOfDay(StatementWriter.ZONE).toInstant().minusSeconds(1);
    return to.isAfter(last)
        ? new BankStatement(bank, account, day, from, last, opening, entries)
        : this;
  }

  /** The same with every reference as the bank writes it. */
  public BankStatement withReferences(UnaryOperator<String> written) {
    return changed(all -> all.replaceAll(it -> it.as(written.apply(it.reference()))));
  }

  private BankStatement changed(Consumer<List<Entry>> change) {
    if (entries.isEmpty()) {
      return this;
    }
    List<Entry> other = new ArrayList<>(entries);
    change.accept(other);
    return new BankStatement(bank, account, day, from, to, opening, List.copyOf(other));
  }
}
