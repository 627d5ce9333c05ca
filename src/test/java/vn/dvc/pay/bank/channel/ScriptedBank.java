package vn.dvc.pay.bank.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.springframework.context.annotation.Primary;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.contract.BankRequest;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.CallRef;
import vn.dvc.pay.values.Money;

/**
 * All banks, for tests of other rooms: answers as the test scripts it and records what it was
 * asked. Bears no stereotype, so that only tests that import it have it.
 */
@Primary
public class ScriptedBank implements BankGateway {
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Function<Asked, BankAnswer> script;

  public void answers(Function<Asked, BankAnswer> script) {
    asked.clear();
    this.script = script;
  }

  /** Everything it was asked since its answers were scripted, in order. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  @Override
  public BankAnswer ask(BankRequest request) {
    var it =
        new Asked(
            request.operation(),
            request.attempt(),
            request.call(),
            request.amount(),
            request.body());
    asked.add(it);
    return script.apply(it);
  }

  public static BankAnswer approved(TransactionState state) {
    return new BankAnswer.Approved(state, "FT0001", null, null, null, null);
  }

  public static BankAnswer declined(String reason, TransactionState state) {
    return new BankAnswer.Declined(reason, state, Optional.empty());
  }

  public record Asked(
      Operation operation,
      AttemptRef attempt,
      CallRef call,
      Money amount,
      Map<String, Object> body) {}
}
