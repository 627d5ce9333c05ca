package vn.dvc.pay.payment.refund;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.CaseKind;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.cases.Evidence;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.payment.Payments.Method;
import vn.dvc.pay.payment.documents.PaymentFacts;
import vn.dvc.pay.payment.record.PaymentEntity;
import vn.dvc.pay.payment.refund.record.RefundEntity;

/** Opens the case of a requested refund, with all that is known about its payment. */
@Component
class RefundCases {
  static final String KIND = "refund-request";
  static final String REFUND = "REFUND";
  static final String REJECT = "REJECT";

  private final Cases cases;
  private final PaymentFacts facts;

  RefundCases(Cases cases, PaymentFacts facts) {
    this.cases = cases;
    this.facts = facts;
  }

  void open(RefundEntity refund, PaymentEntity payment) {
    var evidence = new LinkedHashMap<String, String>();
    evidence.put("refundReason", refund.reason());
    evidence.put("askedBy", refund.askedBy());
    evidence.put("amountToRefund", Evidence.dong(refund.amount().dong()));
    evidence.put(
        "refundLines",
        refund.lines().stream()
            .map(
                line ->
                    line.dossier() + " · " + line.receipt() + " · " + Evidence.dong(line.amount()))
            .collect(Collectors.joining("\n")));
    evidence.put("amountPaid", Evidence.dong(payment.amount().dong()));
    evidence.put("payer", payment.payer().name() + " · " + payment.payer().id());
    evidence.put("paidBy", facts.method(payment, DocumentLanguage.VIETNAMESE));
    var reference = facts.bankReference(payment);
    if (reference != null) {
      evidence.put("reference", reference);
    }
    var money = payment.method() == Method.COUNTER ? "COLLECTED" : "DEBITED";
    cases.open(KIND, refund.id(), payment.id().text(), money, evidence);
  }

  /** Registers the kind of case. */
  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    /** The reason for a rejection is reported to whoever requested the refund. */
    @Bean
    CaseKind refundRequest() {
      return new CaseKind(KIND, List.of(REFUND, REJECT));
    }
  }
}
