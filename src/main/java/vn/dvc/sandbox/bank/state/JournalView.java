package vn.dvc.sandbox.bank.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.sandbox.bank.AttemptState;
import vn.dvc.sandbox.bank.attempts.AccountAttempt;
import vn.dvc.sandbox.bank.attempts.Forgotten;
import vn.dvc.sandbox.bank.attempts.SandboxAttempt;
import vn.dvc.sandbox.signing.RequestVerifier;

/**
 * The sum of the journal's lines; guarded by {@link BankState}. Lines are also replayed at startup,
 * so nothing here depends on the clock or the outside world.
 */
final class JournalView {

  private record Key(String bank, @Nullable Object name) {}

  private final RequestVerifier verifier;
  private final Map<Key, SandboxAttempt> attempts = new HashMap<>();
  private final Map<Key, UUID> mandates = new LinkedHashMap<>();
  private final Map<Key, JournalEntry.Committed> answers = new HashMap<>();
  private final Set<Key> challenges = new HashSet<>();
  private final Set<Key> misbehaved = new HashSet<>();
  private final Ledger ledger = new Ledger();
  private final List<ReceivedRequest> receipts = new ArrayList<>();
  private final List<Sms> messages = new ArrayList<>();
  private final Map<String, Collected> collections = new LinkedHashMap<>();
  private final Map<UUID, NotificationProgress> deliveries = new LinkedHashMap<>();

  JournalView(RequestVerifier verifier) {
    this.verifier = verifier;
  }

  Optional<JournalEntry.Committed> answer(String bank, UUID callRef) {
    return Optional.ofNullable(answers.get(new Key(bank, callRef)));
  }

  Optional<SandboxAttempt> attempt(String bank, UUID attemptRef) {
    return Optional.ofNullable(attempts.get(new Key(bank, attemptRef)));
  }

  Optional<AccountAttempt> mandate(String bank, String name) {
    return Optional.ofNullable(mandates.get(new Key(bank, name)))
        .flatMap(attemptRef -> attempt(bank, attemptRef))
        .map(AccountAttempt.class::cast);
  }

  List<SandboxMandate> mandates() {
    return mandates.entrySet().stream()
        .map(
            it ->
                new SandboxMandate(
                    it.getKey().bank(),
                    (AccountAttempt) attempts.get(new Key(it.getKey().bank(), it.getValue()))))
        .filter(it -> it.attempt().state() == AttemptState.AUTHORISED)
        .toList();
  }

  boolean challengeUsed(String bank, String challenge) {
    return challenges.contains(new Key(bank, challenge));
  }

  boolean misbehaved(String bank, UUID attemptRef) {
    return misbehaved.contains(new Key(bank, attemptRef));
  }

  Ledger ledger() {
    return ledger;
  }

  List<ReceivedRequest> receipts() {
    return receipts;
  }

  List<Sms> messages() {
    return messages;
  }

  Collection<Collected> collections() {
    return collections.values();
  }

  Optional<Collected> collection(String reference) {
    return Optional.ofNullable(collections.get(reference));
  }

  Collection<NotificationProgress> deliveries() {
    return deliveries.values();
  }

  Optional<NotificationProgress> delivery(UUID letter) {
    return Optional.ofNullable(deliveries.get(letter));
  }

  void add(JournalEntry entry) {
    if (entry instanceof JournalEntry.Received received) {
      add(received);
    } else if (entry instanceof JournalEntry.Committed committed) {
      add(committed);
    } else if (entry instanceof JournalEntry.Happened happened) {
      add(happened);
    } else if (entry instanceof JournalEntry.Carried carried) {
      deliveries.computeIfPresent(carried.letter(), (id, so) -> so.after(carried));
    }
  }

  private void add(JournalEntry.Received it) {
    receipts.add(ReceivedRequest.of(it));
    if (it.byNumber()) {
      misbehaved.add(new Key(it.bank(), it.attemptRef()));
    }
    if (it.refused() == null) {
      verifier.remember(it.nonce(), it.at());
    }
  }

  private void add(JournalEntry.Committed it) {
    answers.put(new Key(it.bank(), it.callRef()), it);
    if (it.transaction() != null) {
      add(it.bank(), it.transaction());
    }
    if (it.challenge() != null) {
      challenges.add(new Key(it.bank(), it.challenge()));
    }
    if (it.sms() != null) {
      messages.add(it.sms());
    }
    it.ledger().forEach(ledger::add);
  }

  private void add(JournalEntry.Happened it) {
    if (it.attempt() != null) {
      add(it.bank(), it.attempt());
    }
    if (it.collection() != null) {
      collections.put(it.collection().reference(), it.collection());
      ledger.add(LedgerLine.of(it.collection()));
    }
    if (it.letter() != null) {
      deliveries.put(it.letter().id(), NotificationProgress.of(it.letter()));
    }
  }

  private void add(String bank, SandboxAttempt attempt) {
    if (attempt instanceof Forgotten it) {
      attempts.remove(new Key(bank, it.attemptRef()));
      ledger.add(LedgerLine.released(bank, it));
      return;
    }
    attempts.put(new Key(bank, attempt.attemptRef()), attempt);
    if (attempt instanceof AccountAttempt it && it.isMandate() && it.bankRef() != null) {
      mandates.put(new Key(bank, it.bankRef()), it.attemptRef());
    }
  }
}
