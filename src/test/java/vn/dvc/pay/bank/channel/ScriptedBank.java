package vn.dvc.pay.bank.channel;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Primary;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankAnswer.Owner;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.contract.BankRequest;

/**
 * Stands for all banks in tests of rooms above: answers by account, as scripted, else agrees.
 * Imported by name, for it bears no stereotype.
 */
@Primary
public class ScriptedBank implements BankGateway {
  private final Map<String, Owner> owners = new ConcurrentHashMap<>();
  private final Map<String, Deque<BankAnswer>> scripts = new ConcurrentHashMap<>();
  private final Map<String, String> accounts = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  public void owns(String account, String name, String identityNumber) {
    owners.put(account, new Owner(name, identityNumber));
  }

  /** What it says next of this account; the last answer stays. */
  public void says(String account, Operation operation, BankAnswer... answers) {
    scripts.put(account + operation, new ArrayDeque<>(Arrays.asList(answers)));
  }

  /** How often it was asked this of the account. */
  public long asked(String account, Operation operation) {
    return asked.stream().filter((account + operation)::equals).count();
  }

  /** Holds back what it answers to this, until the test closes what it is given. */
  public Held holds(String account, Operation operation) {
    var hold = new Held(() -> held.remove(account + operation));
    held.put(account + operation, hold);
    return hold;
  }

  /** An answer that is held back. */
  public static final class Held implements AutoCloseable {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final Runnable forget;

    private Held(Runnable forget) {
      this.forget = forget;
    }

    /** Waits until the bank was asked. */
    public void isReached() {
      await(reached);
    }

    @Override
    public void close() {
      forget.run();
      released.countDown();
    }

    private void pass() {
      reached.countDown();
      await(released);
    }

    private static void await(CountDownLatch latch) {
      try {
        if (!latch.await(60, TimeUnit.SECONDS)) {
          throw new AssertionError("Nobody came within a minute");
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }

  public static BankAnswer found(TransactionState state) {
    return new Approved(state, "M-found", null, null, null, null);
  }

  @Override
  public BankAnswer ask(BankRequest request) {
    var attempt = request.attempt().toString();
    var named = request.body().get("account");
    if (named != null) {
      accounts.put(attempt, named.toString());
    }
    var account = accounts.getOrDefault(attempt, "");
    asked.add(account + request.operation());
    var hold = held.get(account + request.operation());
    if (hold != null) {
      hold.pass();
    }
    var script = scripts.get(account + request.operation());
    if (script != null) {
      synchronized (script) {
        return script.size() > 1 ? script.poll() : script.peek();
      }
    }
    return switch (request.operation()) {
      case ENQUIRY ->
          owners.containsKey(account)
              ? new Approved(
                  TransactionState.NOT_FOUND, null, null, null, owners.get(account), null)
              : new BankAnswer.Declined(
                  "account-not-found", TransactionState.NOT_FOUND, java.util.Optional.empty());
      case MANDATE ->
          new Approved(TransactionState.AUTHORISED, "M-" + attempt, null, null, null, null);
      case END_MANDATE -> new Approved(TransactionState.VOIDED, null, null, null, null, null);
      default -> new BankAnswer.Unknown("not-scripted");
    };
  }
}
