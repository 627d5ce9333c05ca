package vn.dvc.sandbox.bank.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.bank.Call;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.attempts.AccountAttempt;
import vn.dvc.sandbox.bank.attempts.CardAttempt;
import vn.dvc.sandbox.bank.attempts.Forgotten;
import vn.dvc.sandbox.bank.attempts.SandboxAttempt;
import vn.dvc.sandbox.journal.DataDirectory;
import vn.dvc.sandbox.journal.Journal;
import vn.dvc.sandbox.signing.RequestVerifier;

/**
 * What the banks know: the sum of their journal. Decisions are made one at a time, each against all
 * earlier ones; nothing read here may be revealed before {@link #force()} has returned.
 */
@Component
public class BankState {

  private final Journal<JournalEntry> journal;
  private final JournalView view;

  BankState(DataDirectory data, ObjectMapper json, RequestVerifier verifier) {
    this.view = new JournalView(verifier);
    this.journal = new Journal<>(data.file("banks.jsonl"), JournalEntry.class, json, view::add);
  }

  /**
   * Records that a request arrived.
   *
   * @param byNumber the fault that the card or account number selects, once per attempt
   */
  public synchronized JournalEntry.Received receive(
      JournalEntry.Received request, Supplier<Optional<Fault>> byNumber) {
    JournalEntry.Received received = request;
    if (request.fault() == null
        && request.refused() == null
        && !view.misbehaved(request.bank(), request.attemptRef())) {
      received = byNumber.get().map(request::failing).orElse(request);
    }
    write(received);
    return received;
  }

  /**
   * Answers a call: as it was answered before, or else by deciding now. Empty if its reference was
   * used for a different request.
   */
  public synchronized Optional<JournalEntry.Committed> settle(
      String bank,
      Call call,
      String digest,
      Function<Optional<SandboxAttempt>, JournalEntry.Committed> decision) {
    Optional<JournalEntry.Committed> before = view.answer(bank, call.callRef());
    if (before.isPresent()) {
      return before.filter(it -> it.digest().equals(digest));
    }
    JournalEntry.Committed now = decision.apply(attempt(bank, call.attemptRef()));
    write(now);
    return Optional.of(now);
  }

  public synchronized void answered(JournalEntry.Answered answer) {
    write(answer);
  }

  /** Records an event, unless the current state rules it out. */
  public synchronized Optional<JournalEntry.Happened> happen(
      Supplier<Optional<JournalEntry.Happened>> decision) {
    Optional<JournalEntry.Happened> happened = decision.get();
    happened.ifPresent(this::write);
    return happened;
  }

  /**
   * Loses track of an attempt for which money is held, as banks do when they purge old sessions.
   */
  public void forgetHold(String bank, UUID attemptRef, Instant now) {
    happen(
        () ->
            attempt(bank, attemptRef)
                .filter(CardAttempt.class::isInstance)
                .map(CardAttempt.class::cast)
                .filter(CardAttempt::isHeld)
                .map(it -> new Forgotten(attemptRef, it.amount(), now))
                .map(it -> new JournalEntry.Happened(bank, it, null, null)));
  }

  public synchronized void carried(JournalEntry.Carried carried) {
    write(carried);
  }

  /** Returns when everything known here is on disk. */
  public void force() {
    journal.force();
  }

  public synchronized Optional<SandboxAttempt> attempt(String bank, UUID attemptRef) {
    return view.attempt(bank, attemptRef);
  }

  /** The mandate with this bank reference. */
  public synchronized Optional<AccountAttempt> mandate(String bank, String name) {
    return view.mandate(bank, name);
  }

  /** Those in force. */
  public synchronized List<SandboxMandate> mandates() {
    return view.mandates();
  }

  public synchronized boolean challengeUsed(String bank, String challenge) {
    return view.challengeUsed(bank, challenge);
  }

  /** The sum of all movements on an account. */
  public synchronized long change(String bank, String account) {
    return view.ledger().change(bank, account);
  }

  /** How much of what an attempt or collection took was given back. */
  public synchronized long givenBack(String bank, String original) {
    return view.ledger().givenBack(bank, original);
  }

  /** Oldest first; holds and their releases only if all are requested. */
  public synchronized List<LedgerLine> ledger(boolean all) {
    return view.ledger().lines(all);
  }

  /** Oldest first. */
  public synchronized List<ReceivedRequest> receipts() {
    return List.copyOf(view.receipts());
  }

  /** Newest first. */
  public synchronized List<Sms> messages() {
    return Newest.first(view.messages());
  }

  /** Newest first. */
  public synchronized List<Collected> collections() {
    return Newest.first(view.collections());
  }

  public synchronized Optional<Collected> collection(String reference) {
    return view.collection(reference);
  }

  /** Newest first. */
  public synchronized List<NotificationProgress> deliveries() {
    return Newest.first(view.deliveries());
  }

  public synchronized Optional<NotificationProgress> delivery(UUID notification) {
    return view.delivery(notification);
  }

  @PreDestroy
  void close() throws IOException {
    journal.force();
    journal.close();
  }

  private void write(JournalEntry entry) {
    journal.append(entry);
    view.add(entry);
  }
}
