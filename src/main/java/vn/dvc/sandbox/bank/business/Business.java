package vn.dvc.sandbox.bank.business;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.Call;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.SandboxOperation;

/** Where calls about one line of business are decided. */
public interface Business {

  Set<SandboxOperation> operations();

  /** Does what needs no look at the books, and returns how to decide with them. */
  SandboxRuling prepare(SandboxSettings.Bank bank, Call call);

  /**
   * How the bank misbehaves because the number of the card or account says so.
   *
   * @param body as it came, null where that was no JSON
   */
  default Optional<Fault> fault(
      SandboxSettings.Bank bank, SandboxOperation operation, UUID attemptRef, JsonNode body) {
    return Optional.empty();
  }
}
