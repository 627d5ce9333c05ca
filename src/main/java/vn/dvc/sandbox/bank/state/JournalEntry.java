package vn.dvc.sandbox.bank.state;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.SandboxOperation;
import vn.dvc.sandbox.bank.attempts.Result;
import vn.dvc.sandbox.bank.attempts.SandboxAttempt;

/** A line of the banks' journal. None contains a sealed value or a card number. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @JsonSubTypes.Type(value = JournalEntry.Received.class, name = "received"),
  @JsonSubTypes.Type(value = JournalEntry.Committed.class, name = "committed"),
  @JsonSubTypes.Type(value = JournalEntry.Answered.class, name = "answered"),
  @JsonSubTypes.Type(value = JournalEntry.Happened.class, name = "happened"),
  @JsonSubTypes.Type(value = JournalEntry.Carried.class, name = "carried")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface JournalEntry {

  /**
   * A request as received, before checking for repetition.
   *
   * @param callRef as the request names it; null if it names none
   * @param refused why its sender was not trusted; null if it was
   * @param fault how the bank is going to misbehave; null if it is not
   * @param byNumber whether the card or account number selected that fault
   */
  record Received(
      String bank,
      SandboxOperation operation,
      @Nullable UUID attemptRef,
      @Nullable UUID callRef,
      Instant at,
      String nonce,
      @Nullable String refused,
      @Nullable Fault fault,
      @JsonAlias("byCard") boolean byNumber)
      implements JournalEntry {

    Received failing(Fault chosenByNumber) {
      return new Received(
          bank, operation, attemptRef, callRef, at, nonce, refused, chosenByNumber, true);
    }
  }

  /**
   * What a call changed and its answer, in one line.
   *
   * @param digest of the request, to distinguish a repeated call from a different one under its
   *     reference
   * @param transaction the attempt afterwards; null if the call left no trace
   * @param challenge used up by this call; null if there was none
   */
  record Committed(
      String bank,
      UUID attemptRef,
      UUID callRef,
      String digest,
      Result answer,
      @Nullable SandboxAttempt transaction,
      List<LedgerLine> ledger,
      @Nullable Sms sms,
      @Nullable String challenge)
      implements JournalEntry {}

  /** That a response was sent, or how it was withheld. */
  record Answered(
      String bank, @Nullable UUID callRef, Instant at, int status, @Nullable Fault fault)
      implements JournalEntry {}

  /**
   * What happened at a bank without a request from DVC Pay, in one line.
   *
   * @param attempt its new state; null if none changed
   * @param collection money received; null if none was
   * @param letter what to notify DVC Pay of; null if nothing
   */
  record Happened(
      String bank,
      @Nullable SandboxAttempt attempt,
      @Nullable Collected collection,
      @Nullable BankNotification letter)
      implements JournalEntry {

    public static Happened collected(Collected collection, @Nullable BankNotification letter) {
      return new Happened(collection.bank(), null, collection, letter);
    }

    public static Happened changed(SandboxAttempt attempt, BankNotification letter) {
      return new Happened(letter.bank(), attempt, null, letter);
    }

    public static Happened told(BankNotification letter) {
      return new Happened(letter.bank(), null, null, letter);
    }
  }

  /** That a notification was sent, or could not be. */
  record Carried(UUID letter, Instant at, @Nullable Integer status, NotificationProgress.Fate fate)
      implements JournalEntry {}
}
