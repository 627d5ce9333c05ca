package vn.dvc.sandbox.bank.desk;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.Call;
import vn.dvc.sandbox.bank.Operation;
import vn.dvc.sandbox.bank.attempts.Tombstone;

/** Makes sure that an attempt which never came never will. */
@Component
class TombstoneDesk implements Desk {

  @Override
  public Set<Operation> operations() {
    return Set.of(Operation.TOMBSTONE);
  }

  @Override
  public Ruling prepare(SandboxSettings.Bank bank, Call call) {
    return (known, decision) ->
        decision.becomes(new Tombstone(call.attemptRef(), call.amount())).approved();
  }
}
