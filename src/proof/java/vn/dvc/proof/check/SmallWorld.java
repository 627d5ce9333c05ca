package vn.dvc.proof.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Evidence of a few rows, consistent at first, that a test corrupts to see what the judge says. */
final class SmallWorld {
  static final String BANK = "970415";
  static final String PAYMENT = "P1";
  static final Instant START = Instant.parse("2026-11-28T02:00:00Z");

  final List<BankEvidence.Movement> ledger = new ArrayList<>();
  final List<Tables.Payment> payments = new ArrayList<>();
  final List<Tables.Attempt> attempts = new ArrayList<>();
  final List<Tables.Call> calls = new ArrayList<>();
  final List<Tables.Case> cases = new ArrayList<>();
  final List<Tables.Reversal> reversals = new ArrayList<>();
  final List<Tables.Refund> refunds = new ArrayList<>();
  final List<Tables.Late> late = new ArrayList<>();
  final List<Tables.Day> days = new ArrayList<>();
  final List<Tables.Collection> collections = new ArrayList<>();
  final List<Engine.Instance> instances = new ArrayList<>();

  JudgeEvidence evidence() {
    var tables =
        new Tables(
            payments,
            List.of(),
            List.of(),
            attempts,
            calls,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            cases,
            reversals,
            refunds,
            late,
            days,
            collections,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0);
    return new JudgeEvidence(
        new BankEvidence(ledger, List.of()),
        tables,
        new Engine(instances, List.of()),
        Outside.silent(),
        List.of());
  }

  List<String> sentences(Invariant invariant) {
    var evidence = evidence();
    var found = new ArrayList<>(invariant.atAnyMoment(evidence));
    found.addAll(invariant.atRest(evidence));
    return found.stream().map(Violation::sentence).toList();
  }

  void payment(String method, String status, long amount) {
    payments.add(
        new Tables.Payment(PAYMENT, method, status, null, amount, null, "i1", START, START));
  }

  UUID attempt(String state, long amount) {
    return attempt(PAYMENT, state, amount);
  }

  UUID attempt(String subject, String state, long amount) {
    var ref = UUID.randomUUID();
    attempts.add(new Tables.Attempt(ref, subject, BANK, amount, state));
    return ref;
  }

  void call(UUID attempt, String operation, String state, String told) {
    var at = START.plusSeconds(calls.size());
    calls.add(
        new Tables.Call(
            UUID.randomUUID(), attempt, operation, calls.size(), state, told, at, at, at));
  }

  void debit(UUID attempt, long amount) {
    ledger.add(new BankEvidence.Movement(BANK, attempt, "DEBIT", amount, START, null, null));
  }

  void collected(String reference, long amount, String state) {
    ledger.add(new BankEvidence.Movement(BANK, null, "COLLECTION", amount, START, null, reference));
    collections.add(
        new Tables.Collection(UUID.randomUUID(), BANK, reference, amount, PAYMENT, state, START));
  }

  /** In our tables and at the bank. */
  void reversed(UUID original, String collection, long amount) {
    reversal(original, collection, amount, "DONE");
    ledger.add(
        new BankEvidence.Movement(
            BANK, UUID.randomUUID(), "REVERSAL", amount, START, original, collection));
  }

  void reversal(UUID original, String collection, long amount, String state) {
    reversals.add(
        new Tables.Reversal(
            "V" + reversals.size(), PAYMENT, BANK, original, collection, "", amount, state));
  }

  void openCase(String kind, Object subject, String payment) {
    cases.add(
        new Tables.Case(
            "C" + cases.size(), kind, subject.toString(), payment, START, null, null, null, null));
  }

  /** A process that began at the start and is running, or ran for a minute. */
  void process(String process, Object key, Duration begun, boolean runs) {
    var started = START.plus(begun);
    instances.add(
        new Engine.Instance(
            "i" + instances.size(),
            process,
            key.toString(),
            false,
            started,
            runs ? null : started.plusSeconds(60),
            runs ? null : "end"));
  }
}
