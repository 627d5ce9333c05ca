package vn.dvc.pay.cases.decision;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.Evidence;
import vn.dvc.pay.cases.record.CaseEntity;
import vn.dvc.pay.cases.record.CaseRepository;
import vn.dvc.pay.engine.LiveText;
import vn.dvc.pay.values.PaymentId;

/** What an operator needs to know to decide, as the Vietnamese text of the task form. */
@Component
class CaseFacts implements LiveText.Source {
  private static final String SOURCE = "case";

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final CaseRepository cases;
  private final MessageSource texts;

  CaseFacts(CaseRepository cases, MessageSource texts) {
    this.cases = cases;
    this.texts = texts;
  }

  static LiveText live(String caseId) {
    return new LiveText(SOURCE, caseId, "facts");
  }

  @Override
  public String name() {
    return SOURCE;
  }

  @Override
  @Transactional(readOnly = true)
  public String read(String caseId, String what) {
    return of(caseId);
  }

  @Transactional(readOnly = true)
  public String kindOf(String caseId) {
    return find(caseId).kind();
  }

  /** Which kind of case this is, and the payment's short number if it has one. */
  @Transactional(readOnly = true)
  public String about(String caseId) {
    var file = find(caseId).toCase();
    var kind = text("case.kind." + file.kind());
    return file.payment() == null ? kind : kind + " · " + shortNumber(file.payment());
  }

  private static String shortNumber(String payment) {
    try {
      return PaymentId.of(payment).reference().toString();
    } catch (IllegalArgumentException notOneOfOurs) {
      return payment;
    }
  }

  private String of(String caseId) {
    var file = find(caseId).toCase();
    var text = new StringBuilder();
    line(text, text("case.kind"), text("case.kind." + file.kind()));
    line(text, text("case.subject"), file.subject());
    line(text, text("case.payment"), file.payment());
    line(text, text("case.money"), text("case.money." + file.moneyState()));
    line(text, text("case.opened"), Evidence.when(file.opened()));
    file.evidence().forEach((name, value) -> line(text, evidence(name), value));
    if (file.decision() != null) {
      text.append('\n');
      line(text, text("case.proposal"), text("case.decision." + file.decision()));
      line(text, text("case.proposed-by"), file.decidedBy());
      line(text, text("case.reason"), file.reason());
    }
    return text.toString();
  }

  private CaseEntity find(String caseId) {
    return cases.findById(caseId).orElseThrow(() -> new IllegalStateException("No case " + caseId));
  }

  private void line(StringBuilder to, String name, String value) {
    if (value != null) {
      to.append(name).append(": ").append(value).append('\n');
    }
  }

  /** Evidence is named by a message key of ours, or as people call it. */
  private String evidence(String name) {
    return texts.getMessage("case.evidence." + name, null, name, VIETNAMESE);
  }

  private String text(String key) {
    return texts.getMessage(key, null, key, VIETNAMESE);
  }
}
