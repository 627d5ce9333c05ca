package vn.dvc.sandbox.bank.state;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.SandboxOperation;

/**
 * A request as a bank received it, without its sealed values.
 *
 * @param refused why its sender was not trusted (401); absent if it was
 * @param fault how the bank misbehaved; absent if it did not; a request duplicated by the network
 *     appears twice, both marked duplicate
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceivedRequest(
    String bank,
    SandboxOperation operation,
    @Nullable UUID attemptRef,
    @Nullable UUID callRef,
    Instant at,
    @Nullable String refused,
    @Nullable Fault fault) {

  static ReceivedRequest of(JournalEntry.Received it) {
    return new ReceivedRequest(
        it.bank(),
        it.operation(),
        it.attemptRef(),
        it.callRef(),
        it.at(),
        it.refused(),
        it.fault());
  }
}
