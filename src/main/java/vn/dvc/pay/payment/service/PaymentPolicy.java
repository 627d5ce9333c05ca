package vn.dvc.pay.payment.service;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Decisions;
import vn.dvc.pay.engine.Decisions.Decision;
import vn.dvc.pay.engine.ReadsTable;
import vn.dvc.pay.engine.ReadsTable.Column;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.record.PaymentRules;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;

/**
 * Evaluates payment-policy.dmn for one payment. It is evaluated once; the result is stored with the
 * payment.
 */
@ReadsTable(
    value = "payment-policy",
    inputs = {
      @Column(name = "payerKind", type = Payer.Kind.class),
      @Column(name = "method", type = Payments.Method.class),
      @Column(name = "amount", type = long.class, least = 1)
    },
    outputs = {
      @Column(name = "offered", type = boolean.class),
      @Column(name = "windowMinutes", type = int.class, least = 0, most = 129_600),
      @Column(name = "cardEntries", type = int.class, least = 0, most = 20),
      @Column(name = "reminderMinutes", type = int.class, least = 0, most = 129_600),
      @Column(name = "approvalMinutes", type = int.class, least = 0, most = 129_600)
    })
@Component
class PaymentPolicy {
  private final Decisions decisions;

  PaymentPolicy(Decisions decisions) {
    this.decisions = decisions;
  }

  /**
   * @throws Problem method-not-offered (422)
   */
  PaymentRules rule(Payer payer, Payments.Method method, Money amount) {
    var decision = decide(payer, method, amount);
    if (!decision.yes("offered")) {
      throw Problem.invalid("method-not-offered").with("method", method.name());
    }
    return new PaymentRules(
        Duration.ofMinutes(decision.number("windowMinutes")),
        decision.number("cardEntries"),
        Duration.ofMinutes(decision.number("reminderMinutes")),
        Duration.ofMinutes(decision.number("approvalMinutes")),
        decision.source());
  }

  /** The methods offered by the policy, in display order. */
  Set<Payments.Method> offered(Payer payer, Money amount) {
    return Arrays.stream(Payments.Method.values())
        .filter(method -> decide(payer, method, amount).yes("offered"))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Decision decide(Payer payer, Payments.Method method, Money amount) {
    return decisions.decide(
        "payment-policy",
        Map.of(
            "payerKind", payer.kind().name(),
            "method", method.name(),
            "amount", amount.dong()));
  }
}
