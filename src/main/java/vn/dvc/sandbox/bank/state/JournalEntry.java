package vn.dvc.sandbox.bank.state;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.SandboxOperation;
import vn.dvc.sandbox.bank.attempts.Result;
import vn.dvc.sandbox.bank.attempts.SandboxAttempt;

/** A line of the banks' journal. Sealed values and card numbers are in none of them. */
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
   * A request as it arrived, before anybody asked whether it came before.
   *
   * @param callRef as the request names it, null where it names none
   * @param refused why its sender was not believed, null where he was
   * @param fault how the bank is going to misbehave, null where it is not
   * @param byNumber whether the number of the card or account chose that fault
   */
  record Received(
      String bank,
      SandboxOperation operation,
      UUID attemptRef,
      UUID callRef,
      Instant at,
      String nonce,
      String refused,
      Fault fault,
      @JsonAlias("byCard") boolean byNumber)
      implements JournalEntry {

    Received failing(Fault chosenByNumber) {
      return new Received(
          bank, operation, attemptRef, callRef, at, nonce, refused, chosenByNumber, true);
    }
  }

  /**
   * What a call changed, and the answer to it, as one.
   *
   * @param digest of the request, to tell a repeated call from another one under its name
   * @param transaction the attempt afterwards, null where the call left no trace
   * @param challenge used up by this call, null where there was none
   */
  record Committed(
      String bank,
      UUID attemptRef,
      UUID callRef,
      String digest,
      Result answer,
      SandboxAttempt transaction,
      List<LedgerLine> ledger,
      Sms sms,
      String challenge)
      implements JournalEntry {}

  /** That an answer left, or in which way it was kept back. */
  record Answered(String bank, UUID callRef, Instant at, int status, Fault fault)
      implements JournalEntry {}

  /**
   * What came to pass at a bank without DVC Pay having asked for it, as one.
   *
   * @param attempt as it is now, null where none changed
   * @param collection money that came in, null where none did
   * @param letter what DVC Pay is to be told, null where nothing
   */
  record Happened(
      String bank, SandboxAttempt attempt, Collected collection, BankNotification letter)
      implements JournalEntry {

    public static Happened collected(Collected collection, BankNotification letter) {
      return new Happened(collection.bank(), null, collection, letter);
    }

    public static Happened changed(SandboxAttempt attempt, BankNotification letter) {
      return new Happened(letter.bank(), attempt, null, letter);
    }

    public static Happened told(BankNotification letter) {
      return new Happened(letter.bank(), null, null, letter);
    }
  }

  /** That a letter was brought to DVC Pay, or could not be. */
  record Carried(UUID letter, Instant at, Integer status, NotificationProgress.Fate fate)
      implements JournalEntry {}
}
