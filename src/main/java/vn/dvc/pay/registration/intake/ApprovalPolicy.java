package vn.dvc.pay.registration.intake;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Decisions;
import vn.dvc.pay.engine.ReadsTable;
import vn.dvc.pay.engine.ReadsTable.Column;
import vn.dvc.pay.registration.record.ReviewDetails;
import vn.dvc.pay.values.Payer;

/**
 * Evaluates approval-policy.dmn for one registration. It is evaluated once; the result is stored
 * with the registration.
 */
@ReadsTable(
    value = "approval-policy",
    inputs = {
      @Column(name = "payerKind", type = Payer.Kind.class),
      @Column(name = "replacement", type = boolean.class)
    },
    outputs = {
      @Column(
          name = "officerGroup",
          type = String.class,
          texts = {"bank-officers", "bank-supervisors"}),
      @Column(name = "secondApproval", type = boolean.class),
      @Column(name = "dueDays", type = int.class, least = 1, most = 365),
      @Column(name = "handInDays", type = int.class, least = 1, most = 365),
      @Column(name = "reminderDays", type = int.class, least = 0, most = 365)
    })
@Component
class ApprovalPolicy {
  private final Decisions decisions;

  ApprovalPolicy(Decisions decisions) {
    this.decisions = decisions;
  }

  ReviewDetails rule(Payer payer, boolean replacement) {
    var decision =
        decisions.decide(
            "approval-policy",
            Map.of("payerKind", payer.kind().name(), "replacement", replacement));
    return new ReviewDetails(
        decision.source(),
        (String) decision.outputs().get("officerGroup"),
        decision.yes("secondApproval"),
        decision.number("dueDays"),
        decision.number("handInDays"),
        decision.number("reminderDays"));
  }
}
