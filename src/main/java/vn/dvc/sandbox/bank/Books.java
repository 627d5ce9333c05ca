package vn.dvc.sandbox.bank;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.journal.DataDirectory;
import vn.dvc.sandbox.journal.Journal;
import vn.dvc.sandbox.signing.RequestVerifier;

/**
 * What the banks know: the sum of their journal. One call is decided at a time, against everything
 * decided before; nothing learnt here may be told before {@link #force()} has returned.
 */
@Component
public class Books {

  private record Key(String bank, UUID ref) {}

  private final RequestVerifier verifier;
  private final Journal<BookEntry> journal;
  private final Map<Key, CardTransaction> transactions = new HashMap<>();
  private final Map<Key, BookEntry.Committed> answers = new HashMap<>();
  private final Set<String> challenges = new HashSet<>();
  private final Set<Key> cardFaultsUsed = new HashSet<>();
  private final List<LedgerLine> ledger = new ArrayList<>();
  private final List<Receipt> receipts = new ArrayList<>();
  private final List<Sms> messages = new ArrayList<>();

  Books(DataDirectory data, ObjectMapper json, RequestVerifier verifier) {
    this.verifier = verifier;
    this.journal = new Journal<>(data.file("banks.jsonl"), BookEntry.class, json, this::apply);
  }

  /** Writes down that a request came. The fault, if any, is the one that the card chose. */
  synchronized BookEntry.Received receive(BookEntry.Received request, boolean movesMoney) {
    BookEntry.Received received =
        request.fault() == null && request.refused() == null && movesMoney
            ? withCardFault(request)
            : request;
    write(received);
    return received;
  }

  /**
   * Answers a call: as it was answered before, or else as decided now. Empty when its name was used
   * for another request.
   */
  synchronized Optional<BookEntry.Committed> settle(
      String bank,
      Call call,
      String digest,
      Function<Optional<CardTransaction>, BookEntry.Committed> decision) {
    BookEntry.Committed before = answers.get(new Key(bank, call.callRef()));
    if (before != null) {
      return before.digest().equals(digest) ? Optional.of(before) : Optional.empty();
    }
    BookEntry.Committed now = decision.apply(transaction(bank, call.attemptRef()));
    write(now);
    return Optional.of(now);
  }

  synchronized void answered(BookEntry.Answered answer) {
    write(answer);
  }

  /** Returns when all that is known here is on disk. */
  void force() {
    journal.force();
  }

  synchronized Optional<CardTransaction> transaction(String bank, UUID attemptRef) {
    return Optional.ofNullable(transactions.get(new Key(bank, attemptRef)));
  }

  synchronized boolean challengeUsed(String bank, String challenge) {
    return challenges.contains(bank + " " + challenge);
  }

  /** Oldest first; holds and their release only when all are wanted. */
  public synchronized List<LedgerLine> ledger(boolean all) {
    return ledger.stream().filter(line -> all || line.kind().movesMoney()).toList();
  }

  /** Oldest first. */
  public synchronized List<Receipt> receipts() {
    return List.copyOf(receipts);
  }

  /** Newest first. */
  public synchronized List<Sms> messages() {
    List<Sms> newestFirst = new ArrayList<>(messages);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  @PreDestroy
  void close() throws IOException {
    journal.force();
    journal.close();
  }

  private BookEntry.Received withCardFault(BookEntry.Received request) {
    Key key = new Key(request.bank(), request.attemptRef());
    return Optional.ofNullable(transactions.get(key))
        .filter(known -> known.state() == State.PENDING_OTP || known.state() == State.AUTHORISED)
        .map(CardTransaction::outcome)
        .flatMap(Outcome::fault)
        .filter(fault -> !cardFaultsUsed.contains(key))
        .map(request::failing)
        .orElse(request);
  }

  private void write(BookEntry entry) {
    journal.append(entry);
    apply(entry);
  }

  /** Also called for each line at the start, so it must not look at the clock or the world. */
  private void apply(BookEntry entry) {
    if (entry instanceof BookEntry.Received received) {
      apply(received);
    } else if (entry instanceof BookEntry.Committed committed) {
      apply(committed);
    }
  }

  private void apply(BookEntry.Received it) {
    receipts.add(
        new Receipt(
            it.bank(),
            it.operation(),
            it.attemptRef(),
            it.callRef(),
            it.at(),
            it.refused(),
            it.fault()));
    if (it.byCard()) {
      cardFaultsUsed.add(new Key(it.bank(), it.attemptRef()));
    }
    if (it.refused() == null) {
      verifier.remember(it.nonce(), it.at());
    }
  }

  private void apply(BookEntry.Committed it) {
    answers.put(new Key(it.bank(), it.callRef()), it);
    if (it.transaction() != null) {
      transactions.put(new Key(it.bank(), it.attemptRef()), it.transaction());
    }
    if (it.challenge() != null) {
      challenges.add(it.bank() + " " + it.challenge());
    }
    if (it.sms() != null) {
      messages.add(it.sms());
    }
    ledger.addAll(it.ledger());
  }
}
