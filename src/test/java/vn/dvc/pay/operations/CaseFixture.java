package vn.dvc.pay.operations;

import java.util.Map;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;

/** An attempt whose outcome is unknown, and operators at their browsers; each test has its own. */
@Scope("prototype")
public class CaseFixture {
  static final String KIND = "unknown-outcome";
  static final String WHY = "Ngân hàng xác nhận bằng công văn số 12";

  private final Cases cases;
  private final HumanTasks tasks;
  private final TransactionTemplate transaction;
  private final Environment environment;
  private final String subject;

  CaseFixture(
      Cases cases,
      HumanTasks tasks,
      TransactionTemplate transaction,
      Environment environment,
      BankCalls calls) {
    this.cases = cases;
    this.tasks = tasks;
    this.transaction = transaction;
    this.environment = environment;
    // The listener for the decision looks the attempt up.
    subject =
        transaction
            .execute(on -> calls.open(Subject.of(PaymentId.fresh()), "970415", Money.dong(120_000)))
            .toString();
  }

  String subject() {
    return subject;
  }

  String open() {
    return open("P1", Map.of("bank", "không trả lời"));
  }

  String open(String payment, Map<String, String> evidence) {
    return transaction.execute(on -> cases.open(KIND, subject, payment, "UNKNOWN", evidence));
  }

  String task(String id) {
    return tasks.openOf(id).get(0).id();
  }

  Map<String, String> said(String id, String field, String word, String reason) {
    return Map.of("task", task(id), field, word, "reason", reason);
  }

  /** An operator at the page of the list with this case: the oldest come first. */
  Browser listed(String id) {
    var browser = browser().signIn("operator-1").get("/operations/cases");
    for (int page = 1; !browser.body().contains(id); page++) {
      browser.shows(200, "<tbody>").get("/operations/cases?page=" + page);
    }
    return browser;
  }

  Browser browser() {
    return browser("vi");
  }

  Browser browser(String language) {
    var port = environment.getRequiredProperty("local.server.port", Integer.class);
    return new Browser(port, language);
  }
}
