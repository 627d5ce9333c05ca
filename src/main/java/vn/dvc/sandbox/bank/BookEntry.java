package vn.dvc.sandbox.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A line of the banks' journal. Sealed values and card numbers are in none of them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @JsonSubTypes.Type(value = BookEntry.Received.class, name = "received"),
  @JsonSubTypes.Type(value = BookEntry.Committed.class, name = "committed"),
  @JsonSubTypes.Type(value = BookEntry.Answered.class, name = "answered")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface BookEntry {

  /**
   * A request as it arrived, before anybody asked whether it came before.
   *
   * @param callRef as the request names it, null where it names none
   * @param refused why its sender was not believed, null where he was
   * @param fault how the bank is going to misbehave, null where it is not
   * @param byCard whether the card's number chose that fault
   */
  record Received(
      String bank,
      Operation operation,
      UUID attemptRef,
      UUID callRef,
      Instant at,
      String nonce,
      String refused,
      Fault fault,
      boolean byCard)
      implements BookEntry {

    Received failing(Fault chosenByCard) {
      return new Received(
          bank, operation, attemptRef, callRef, at, nonce, refused, chosenByCard, true);
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
      CardTransaction transaction,
      List<LedgerLine> ledger,
      Sms sms,
      String challenge)
      implements BookEntry {}

  /** That an answer left, or in which way it was kept back. */
  record Answered(String bank, UUID callRef, Instant at, int status, Fault fault)
      implements BookEntry {}
}
