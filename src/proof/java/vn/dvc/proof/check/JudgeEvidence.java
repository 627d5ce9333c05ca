package vn.dvc.proof.check;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All evidence given to the judge, with the queries that several invariants share. Created by
 * {@link Gatherer}.
 *
 * @param leaks where card numbers and codes were found that must not be anywhere
 */
public record JudgeEvidence(
    BankEvidence bank,
    Tables tables,
    Engine engine,
    Outside outside,
    List<String> leaks,
    Index index) {

  JudgeEvidence(
      BankEvidence bank, Tables tables, Engine engine, Outside outside, List<String> leaks) {
    this(bank, tables, engine, outside, leaks, Index.of(bank, tables));
  }

  public JudgeEvidence with(Outside told) {
    return new JudgeEvidence(bank, tables, engine, told, leaks, index);
  }

  public JudgeEvidence withLeaks(List<String> found) {
    return new JudgeEvidence(bank, tables, engine, outside, List.copyOf(found), index);
  }

  Tables.Payment payment(String id) {
    return index.payments.get(id);
  }

  List<Tables.Attempt> attemptsOf(String payment) {
    return index.attemptsBySubject.getOrDefault(payment, List.of());
  }

  List<Tables.Line> linesOf(String payment) {
    return index.lines.getOrDefault(payment, List.of());
  }

  /**
   * What is held for a payment that still waits for the rest; nothing for a payment that has ended.
   */
  long keptFor(Tables.Payment payment) {
    return payment.isFinished()
        ? 0
        : collectionsOf(payment.id()).stream()
            .filter(Tables.Collection::isHeld)
            .mapToLong(Tables.Collection::amount)
            .sum();
  }

  List<Tables.Collection> collectionsOf(String payment) {
    return index.collections.getOrDefault(payment, List.of());
  }

  List<BankEvidence.Movement> movementsOf(UUID attempt) {
    return index.movements.getOrDefault(attempt, List.of());
  }

  long moved(UUID attempt, String kind) {
    return movementsOf(attempt).stream()
        .filter(it -> it.kind().equals(kind))
        .mapToLong(BankEvidence.Movement::amount)
        .sum();
  }

  long givenBack(UUID attempt) {
    return index.givenBack.getOrDefault(attempt.toString(), 0L);
  }

  long givenBack(Tables.Collection collection) {
    return index.givenBack.getOrDefault(collection.bank() + collection.reference(), 0L);
  }

  /** What the banks hold of a payment's money now: taken and not given back. */
  long held(String payment) {
    var debited =
        attemptsOf(payment).stream()
            .mapToLong(it -> moved(it.ref(), "DEBIT") - givenBack(it.ref()))
            .sum();
    var collected =
        collectionsOf(payment).stream()
            .filter(Tables.Collection::pays)
            .mapToLong(it -> it.amount() - givenBack(it))
            .sum();
    return debited + collected;
  }

  /**
   * What its collections brought and left with us, before refunds: for a paid payment exactly what
   * it owed, whatever the bank has done with it by now.
   */
  long kept(String payment) {
    var paying = collectionsOf(payment).stream().filter(Tables.Collection::pays).toList();
    return paying.stream().mapToLong(it -> it.amount() - goingBack(it)).sum()
        + refunded(payment, false);
  }

  /** How much of a collection is being or was given back. */
  long goingBack(Tables.Collection collection) {
    return tables.reversals().stream()
        .filter(it -> it.isOf(collection) && !it.isRefused())
        .mapToLong(Tables.Reversal::amount)
        .sum();
  }

  /** What two persons refunded of a payment; part of it may not be back yet. */
  long refunded(String payment, boolean onlyWhatIsBack) {
    return tables.refunds().stream()
        .filter(it -> it.payment().equals(payment) && it.reversal() != null)
        .filter(it -> goes(index.reversals.get(it.reversal()), onlyWhatIsBack))
        .mapToLong(Tables.Refund::amount)
        .sum();
  }

  private static boolean goes(Tables.Reversal reversal, boolean isBack) {
    return reversal != null && (isBack ? reversal.isDone() : !reversal.isRefused());
  }

  /**
   * The payment that an attempt belongs to, including attempts that give the payment's money back.
   */
  String paymentOf(UUID attempt) {
    var known = index.attempts.get(attempt);
    if (known == null) {
      return null;
    }
    var reversal = index.reversals.get(known.subject());
    return reversal == null ? known.subject() : reversal.payment();
  }

  public boolean hasOpenCase(String... subjects) {
    var about = Arrays.asList(subjects); // which, unlike others, may be asked for null
    return tables.cases().stream()
        .filter(Tables.Case::isOpen)
        .anyMatch(it -> about.contains(it.subject()) || about.contains(it.payment()));
  }

  /** Whether people were ever alerted to this; a case that is closed by now counts. */
  boolean everHadACase(String... subjects) {
    var about = Arrays.asList(subjects);
    return tables.cases().stream()
        .anyMatch(it -> about.contains(it.subject()) || about.contains(it.payment()));
  }

  /** The latest moment in any evidence. In tests time travels, so no clock is consulted. */
  Instant newest() {
    return Stream.of(
            tables.payments().stream().map(Tables.Payment::created),
            tables.events().stream().map(Tables.Event::at),
            tables.calls().stream().map(Tables.Call::prepared),
            tables.calls().stream().map(Tables.Call::answered),
            tables.cases().stream().map(Tables.Case::opened),
            engine.instances().stream().map(Engine.Instance::started),
            engine.instances().stream().map(Engine.Instance::ended))
        .flatMap(times -> times)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** Lookups that would otherwise be repeated for each payment. */
  record Index(
      Map<String, Tables.Payment> payments,
      Map<String, List<Tables.Attempt>> attemptsBySubject,
      Map<UUID, Tables.Attempt> attempts,
      Map<String, Tables.Reversal> reversals,
      Map<String, List<Tables.Line>> lines,
      Map<String, List<Tables.Collection>> collections,
      Map<UUID, List<BankEvidence.Movement>> movements,
      Map<String, Long> givenBack) {

    static Index of(BankEvidence bank, Tables tables) {
      return new Index(
          one(tables.payments().stream(), Tables.Payment::id),
          many(tables.attempts().stream(), Tables.Attempt::subject),
          one(tables.attempts().stream(), Tables.Attempt::ref),
          one(tables.reversals().stream(), Tables.Reversal::id),
          many(tables.lines().stream(), Tables.Line::payment),
          many(
              tables.collections().stream().filter(it -> it.payment() != null),
              Tables.Collection::payment),
          many(
              bank.movements().stream().filter(it -> it.attempt() != null),
              BankEvidence.Movement::attempt),
          bank.movements().stream()
              .filter(it -> it.kind().equals("REVERSAL"))
              .collect(
                  Collectors.toMap(Index::original, BankEvidence.Movement::amount, Long::sum)));
    }

    private static String original(BankEvidence.Movement reversal) {
      return reversal.original() != null
          ? reversal.original().toString()
          : reversal.bank() + reversal.collection();
    }

    private static <K, T> Map<K, T> one(Stream<T> all, Function<T, K> by) {
      return all.collect(Collectors.toMap(by, Function.identity(), (first, again) -> first));
    }

    private static <K, T> Map<K, List<T>> many(Stream<T> all, Function<T, K> by) {
      return all.collect(Collectors.groupingBy(by));
    }
  }
}
