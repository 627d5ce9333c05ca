package vn.dvc.pay.registration;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankAnswer.Approved;
import vn.dvc.pay.bank.BankAnswer.Owner;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TransactionState;
import vn.dvc.pay.bank.channel.HeldAnswer;
import vn.dvc.pay.bank.channel.ScriptedBank;
import vn.dvc.pay.bank.channel.ScriptedBank.Asked;

/** What the {@link ScriptedBank} says of each account: as scripted, else it agrees. */
class ScriptedAccounts implements Function<Asked, BankAnswer> {
  private final Map<String, Owner> owners = new ConcurrentHashMap<>();
  private final Map<String, Deque<BankAnswer>> scripts = new ConcurrentHashMap<>();
  private final Map<String, HeldAnswer> held = new ConcurrentHashMap<>();
  private final Map<String, String> accounts = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  ScriptedAccounts(ScriptedBank bank) {
    bank.answers(this);
  }

  void owns(String account, String name, String identityNumber) {
    owners.put(account, new Owner(name, identityNumber));
  }

  /** The next answers for this account; the last one is repeated. */
  void says(String account, Operation operation, BankAnswer... answers) {
    scripts.put(account + operation, new ArrayDeque<>(Arrays.asList(answers)));
  }

  /** How often it received this operation for the account. */
  long asked(String account, Operation operation) {
    return asked.stream().filter((account + operation)::equals).count();
  }

  /** Holds back what the bank answers to this until the test lets it come. */
  HeldAnswer holds(String account, Operation operation) {
    var answer = new HeldAnswer(question -> answer(account, question));
    held.put(account + operation, answer);
    return answer;
  }

  @Override
  public BankAnswer apply(Asked question) {
    var attempt = question.attempt().toString();
    var named = question.body().get("account");
    if (named != null) {
      accounts.put(attempt, named.toString());
    }
    var account = accounts.getOrDefault(attempt, "");
    asked.add(account + question.operation());
    var hold = held.get(account + question.operation());
    return hold == null ? answer(account, question) : hold.apply(question);
  }

  private BankAnswer answer(String account, Asked question) {
    var script = scripts.get(account + question.operation());
    if (script != null) {
      synchronized (script) {
        return script.size() > 1 ? script.poll() : script.peek();
      }
    }
    return switch (question.operation()) {
      case ENQUIRY ->
          owners.containsKey(account)
              ? new Approved(
                  TransactionState.NOT_FOUND, null, null, null, owners.get(account), null)
              : new BankAnswer.Declined(
                  "account-not-found", TransactionState.NOT_FOUND, Optional.empty());
      case MANDATE ->
          new Approved(
              TransactionState.AUTHORISED, "M-" + question.attempt(), null, null, null, null);
      case END_MANDATE -> new Approved(TransactionState.VOIDED, null, null, null, null, null);
      default -> new BankAnswer.Unknown("not-scripted");
    };
  }
}
