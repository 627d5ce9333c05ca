package vn.dvc.sandbox.bank.business;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.Call;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.SandboxOperation;

/** Decides the calls of one line of business. */
public interface Business {

  Set<SandboxOperation> operations();

  /**
   * Does everything that does not depend on the bank's state, and returns the decision to make on
   * it.
   */
  SandboxRuling prepare(SandboxSettings.Bank bank, Call call);

  /**
   * How the bank misbehaves because of the card or account number.
   *
   * @param body as received; null if it was not JSON
   */
  default Optional<Fault> fault(
      SandboxSettings.Bank bank,
      SandboxOperation operation,
      UUID attemptRef,
      @Nullable JsonNode body) {
    return Optional.empty();
  }
}
