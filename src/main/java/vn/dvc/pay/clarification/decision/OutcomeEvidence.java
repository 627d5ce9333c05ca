package vn.dvc.pay.clarification.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Attempt;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.bank.BankCalls.CallMade;
import vn.dvc.pay.cases.Evidence;

/**
 * The evidence shown to two persons about an unknown outcome: what the bank was asked and what it
 * answered.
 */
@Component
public class OutcomeEvidence {
  /** Shows the newest calls only; older ones say the same. */
  private static final int MAX_CALLS = 12;

  private final BankCalls calls;

  OutcomeEvidence(BankCalls calls) {
    this.calls = calls;
  }

  /**
   * @param statementLine what a bank statement already says about it, null if none does
   */
  public Map<String, String> of(Attempt attempt, int inquiries, @Nullable String statementLine) {
    var evidence = withCalls(attempt);
    evidence.put("inquiries", Integer.toString(inquiries));
    calls
        .unknownCall(attempt.ref())
        .ifPresent(call -> evidence.put("operation", call.operation().name()));
    if (statementLine != null) {
      evidence.put("statementLine", statementLine);
    }
    return evidence;
  }

  Map<String, String> withCalls(Attempt attempt) {
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("bank", attempt.bank());
    if (attempt.amount() != null) {
      evidence.put("amount", Evidence.dong(attempt.amount().dong()));
    }
    evidence.put("attemptRef", attempt.ref().toString());
    evidence.put("calls", describe(calls.made(attempt.ref())));
    return evidence;
  }

  private static String describe(List<CallMade> made) {
    var from = Math.max(0, made.size() - MAX_CALLS);
    return made.subList(from, made.size()).stream()
        .map(OutcomeEvidence::describe)
        .collect(Collectors.joining("\n"));
  }

  private static String describe(CallMade call) {
    var text = new StringBuilder();
    text.append(call.sentAt() == null ? "—" : Evidence.when(call.sentAt()));
    text.append(" · ").append(call.operation()).append(" · ").append(call.answer());
    if (call.answeredAt() != null) {
      text.append(" · ").append(Evidence.when(call.answeredAt()));
    }
    return text.toString();
  }
}
