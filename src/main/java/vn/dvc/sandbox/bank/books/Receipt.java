package vn.dvc.sandbox.bank.books;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.Operation;

/**
 * A request as a bank received it, without what was sealed in it.
 *
 * @param refused why its sender was not believed (401), absent where he was
 * @param fault how the bank misbehaved, absent where it did not; a request that the network doubled
 *     appears twice, both marked duplicate
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
    String bank,
    Operation operation,
    UUID attemptRef,
    UUID callRef,
    Instant at,
    String refused,
    Fault fault) {

  static Receipt of(BookEntry.Received it) {
    return new Receipt(
        it.bank(),
        it.operation(),
        it.attemptRef(),
        it.callRef(),
        it.at(),
        it.refused(),
        it.fault());
  }
}
