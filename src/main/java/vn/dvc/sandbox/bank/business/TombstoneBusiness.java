package vn.dvc.sandbox.bank.business;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.Call;
import vn.dvc.sandbox.bank.SandboxOperation;
import vn.dvc.sandbox.bank.attempts.SandboxTombstone;

/** Ensures that an attempt which never arrived will never be accepted. */
@Component
class TombstoneBusiness implements Business {

  @Override
  public Set<SandboxOperation> operations() {
    return Set.of(SandboxOperation.TOMBSTONE);
  }

  @Override
  public SandboxRuling prepare(SandboxSettings.Bank bank, Call call) {
    return (known, decision) ->
        decision.becomes(new SandboxTombstone(call.attemptRef(), call.amount())).approved();
  }
}
