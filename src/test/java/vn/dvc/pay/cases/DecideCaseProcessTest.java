package vn.dvc.pay.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.HumanTasks.HumanTask;
import vn.dvc.pay.testing.Almighty;
import vn.dvc.pay.testing.ModelCoverage;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

@OperatorsTest
@RecordApplicationEvents
class DecideCaseProcessTest {
  private static final String KIND = "unknown-outcome";

  @RegisterExtension
  static final ModelCoverage COVERAGE = ModelCoverage.inApplication("decide-case");

  @Autowired Cases cases;
  @Autowired HumanTasks tasks;
  @Autowired Audit audit;
  @Autowired ProcessEngine engine;
  @Autowired TransactionTemplate transaction;
  @Autowired BankCalls calls;
  @Autowired ConfigurableApplicationContext context;
  @Autowired ApplicationEventMulticaster multicaster;
  @Autowired ApplicationEvents published;

  private String subject;

  @BeforeEach
  void aMoneyAttempt() {
    // The listener for the decision looks the attempt up.
    subject =
        transaction
            .execute(on -> calls.open(Subject.of(PaymentId.fresh()), "970415", Money.dong(120_000)))
            .toString();
  }

  @Test
  void twoPersonsDecideACaseOnce() {
    var id = open();
    decide(id, "operator-1", "MONEY_MOVED", "Ngân hàng xác nhận bằng công văn");
    assertThat(published.stream(CaseDecided.class)).isEmpty();
    confirm(id, "operator-2", "AGREED", "Đã đối chiếu sao kê");

    assertThat(published.stream(CaseDecided.class))
        .containsExactly(
            new CaseDecided(id, KIND, subject, "MONEY_MOVED", "Ngân hàng xác nhận bằng công văn"));
    var file = cases.find(id).orElseThrow();
    assertThat(file.closed()).isNotNull();
    assertThat(file.decidedBy()).isEqualTo("operator-1");
    assertThat(file.confirmedBy()).isEqualTo("operator-2");
    assertThat(cases.isOpen(KIND, subject)).isFalse();
    assertThat(tasks.openOf(id)).isEmpty();
    assertThat(
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .count())
        .isZero();
    assertThat(audit.about(id))
        .extracting(Audit.Entry::actor, Audit.Entry::action)
        .containsExactly(
            tuple("operator-1", "case-proposed"), tuple("operator-2", "case-confirmed"));
    assertThat(audit.verify().intact()).isTrue();
  }

  @Test
  void caseWithoutItsProcessIsStillResolved() {
    var id = open();
    var runtime = engine.getRuntimeService();
    runtime.deleteProcessInstance(
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(id).singleResult().getId(),
        "deleted by whoever may");
    cases.settle(KIND, subject, "outcome-known");

    assertThat(cases.isOpen(KIND, subject)).isFalse();
    assertThat(cases.find(id).orElseThrow().closed()).isNotNull();
  }

  @Test
  void samePersonCannotProposeAndConfirm() {
    var id = open();
    decide(id, "operator-1", "MONEY_MOVED", "Hỏi qua điện thoại");

    assertThatThrownBy(() -> confirm(id, "operator-1", "AGREED", "Tự xác nhận"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(403);
              assertThat(problem.code()).isEqualTo("second-person-needed");
            });
    assertThat(published.stream(CaseDecided.class)).isEmpty();
    assertThat(cases.isOpen(KIND, subject)).isTrue();
    assertThat(task(id).activity()).isEqualTo("confirm");
  }

  @Test
  void disagreementReturnsToTheProposal() {
    var id = open();
    decide(id, "operator-1", "MONEY_MOVED", "Hỏi qua điện thoại");
    confirm(id, "operator-2", "DISAGREED", "Sao kê không có dòng này");

    assertThat(task(id).activity()).isEqualTo("decide");
    assertThat(cases.find(id).orElseThrow().decision()).isNull();
    assertThat(published.stream(CaseDecided.class)).isEmpty();

    // Now the other way round: the one who objected proposes, the first one confirms.
    decide(id, "operator-2", "NO_MONEY_MOVED", "Sao kê không có dòng này");
    confirm(id, "operator-1", "AGREED", "Đồng ý với sao kê");
    assertThat(published.stream(CaseDecided.class))
        .extracting(CaseDecided::decision)
        .containsExactly("NO_MONEY_MOVED");
  }

  @Test
  void aReasonIsRequiredFromBothPersons() {
    var id = open();
    for (var reason : new String[] {"", "   "}) {
      refused("reason-missing", () -> decide(id, "operator-1", "MONEY_MOVED", reason));
    }
    refused(
        "reason-missing",
        () -> complete(id, "decide", "operator-1", Map.of("decision", "MONEY_MOVED")));
    assertThat(task(id).activity()).isEqualTo("decide");

    decide(id, "operator-1", "MONEY_MOVED", "Công văn");
    // The first person's reason does not count as the second's.
    refused(
        "reason-missing", () -> complete(id, "confirm", "operator-2", Map.of("agreed", "AGREED")));
    assertThat(task(id).activity()).isEqualTo("confirm");
    assertThat(published.stream(CaseDecided.class)).isEmpty();
  }

  @Test
  void theEnginesOwnCallersReceiveTheReasonInVietnamese() {
    var id = open();
    var identity = engine.getIdentityService();
    identity.setAuthentication("operator-1", List.of("operators"));
    try {
      engine.getTaskService().claim(task(id).id(), "operator-1");
      assertThatThrownBy(
              () ->
                  engine
                      .getTaskService()
                      .complete(task(id).id(), Map.of("decision", "MONEY_MOVED", "reason", "")))
          .hasMessageContaining("Phải nêu lý do.");
    } finally {
      identity.clearAuthentication();
    }
  }

  @Test
  void unknownDecisionsAreRefused() {
    var id = open();
    refused("case-decision-unknown", () -> decide(id, "operator-1", "MARK_PAID", "Vì sao"));
    refused("case-decision-unknown", () -> decide(id, "operator-1", "", "Vì sao"));
    decide(id, "operator-1", "MONEY_MOVED", "Công văn");
    refused("case-answer-unknown", () -> confirm(id, "operator-2", "yes", "Vì sao"));
    refused("case-answer-unknown", () -> confirm(id, "operator-2", "", "Vì sao"));
  }

  @Test
  void aFormCannotRedirectTheDecisionToAnotherCase() {
    var mine = open();
    var other = transaction.execute(on -> open("other-" + subject));
    Map<String, Object> redirecting =
        Map.of("decision", "MONEY_MOVED", "reason", "Công văn", "caseId", other);
    assertThatThrownBy(() -> complete(mine, "decide", "operator-1", redirecting))
        .hasMessageContaining("không hỏi nội dung đã gửi");

    assertThat(cases.find(other).orElseThrow().decision()).isNull();
    assertThat(cases.find(mine).orElseThrow().decision()).isNull();
  }

  @Test
  void afterADecisionTheNextCaseIsANewOne() {
    var first = open();
    decide(first, "operator-1", "NO_MONEY_MOVED", "Công văn");
    confirm(first, "operator-2", "AGREED", "Công văn");

    assertThat(open()).isNotEqualTo(first);
  }

  @Test
  void aCaseThatResolvesItselfWithdrawsItsTasks() {
    var id = open();
    settle();

    assertThat(tasks.openOf(id)).isEmpty();
    assertThat(
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .count())
        .isZero();
    var file = cases.find(id).orElseThrow();
    assertThat(file.closed()).isNotNull();
    assertThat(file.decision()).isNull();
    assertThat(file.reason()).isEqualTo("Ngân hàng đã trả lời");
    assertThat(published.stream(CaseDecided.class)).isEmpty();

    settle();
  }

  @Test
  void aCaseThatResolvesItselfDiscardsTheProposal() {
    var id = open();
    decide(id, "operator-1", "MONEY_MOVED", "Công văn");
    settle();

    assertThat(tasks.openOf(id)).isEmpty();
    assertThat(cases.find(id).orElseThrow().decision()).isNull();
  }

  @Test
  void aFailingListenerRollsBackTheDecision() {
    var id = open();
    decide(id, "operator-1", "MONEY_MOVED", "Công văn");
    ApplicationListener<PayloadApplicationEvent<CaseDecided>> broken =
        ApplicationListener.forPayload(
            decided -> {
              throw new IllegalStateException("cannot take it");
            });
    context.addApplicationListener(broken);
    try {
      assertThatThrownBy(() -> confirm(id, "operator-2", "AGREED", "Công văn"))
          .isInstanceOf(RuntimeException.class);
    } finally {
      multicaster.removeApplicationListener(broken);
    }

    assertThat(cases.isOpen(KIND, subject)).isTrue();
    assertThat(task(id).activity()).isEqualTo("confirm");
    assertThat(audit.about(id)).hasSize(1);
  }

  @Test
  void aDecisionMayMoveOtherProcesses() {
    // Operators may neither start processes nor send messages; the decision does it for them.
    var id = open();
    var settled = transaction.execute(on -> open("settled-" + subject));
    ApplicationListener<PayloadApplicationEvent<CaseDecided>> mover =
        ApplicationListener.forPayload(
            decided -> {
              cases.settle(KIND, "settled-" + subject, "Đã rõ");
              open("started-" + subject);
            });
    context.addApplicationListener(mover);
    try {
      decide(id, "operator-1", "MONEY_MOVED", "Công văn");
      confirm(id, "operator-2", "AGREED", "Công văn");
    } finally {
      multicaster.removeApplicationListener(mover);
    }

    assertThat(tasks.openOf(settled)).isEmpty();
    assertThat(cases.isOpen(KIND, "started-" + subject)).isTrue();
  }

  @Test
  void theFormShowsTheFactsOfOurTables() {
    var id = open();
    var facts = (String) engine.getTaskService().getVariable(task(id).id(), "facts");
    assertThat(facts)
        .contains("Chưa rõ ngân hàng đã chuyển tiền hay chưa")
        .contains("Ngân hàng: không trả lời")
        .contains(subject);

    decide(id, "operator-1", "MONEY_MOVED", "Công văn số 12");
    facts = (String) engine.getTaskService().getVariable(task(id).id(), "facts");
    assertThat(facts)
        .contains("Ngân hàng đã chuyển tiền")
        .contains("operator-1")
        .contains("Công văn số 12");
  }

  @Test
  void administratorWhoMovesTheTokenHasDecidedNothing() {
    var id = open();
    assertThatThrownBy(() -> move(id, "decide", "propose", Map.of("decision", "MONEY_MOVED")))
        .hasStackTraceContaining("Bạn không có quyền làm việc này.");
    decide(id, "operator-1", "MONEY_MOVED", "Công văn");
    assertThatThrownBy(() -> move(id, "confirm", "conclude", Map.of("agreed", "AGREED")))
        .hasStackTraceContaining("Bạn không có quyền làm việc này.");
    assertThat(published.stream(CaseDecided.class)).isEmpty();
    assertThat(cases.isOpen(KIND, subject)).isTrue();
  }

  private void move(String id, String from, String to, Map<String, Object> said) {
    var instance = task(id).instance();
    engine.getIdentityService().setAuthentication(Almighty.in(engine), List.of());
    try {
      engine
          .getRuntimeService()
          .createProcessInstanceModification(instance)
          .cancelAllForActivity(from)
          .startBeforeActivity(to)
          .setVariables(said)
          .setVariable("reason", "Tự quyết định")
          .execute();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  private String open() {
    return transaction.execute(on -> open(subject));
  }

  private String open(String subject) {
    return cases.open(KIND, subject, "P1", "UNKNOWN", Map.of("bank", "không trả lời"));
  }

  private void settle() {
    transaction.executeWithoutResult(on -> cases.settle(KIND, subject, "Ngân hàng đã trả lời"));
  }

  private void decide(String id, String actor, String decision, String reason) {
    complete(id, "decide", actor, Map.of("decision", decision, "reason", reason));
  }

  private void confirm(String id, String actor, String agreed, String reason) {
    complete(id, "confirm", actor, Map.of("agreed", agreed, "reason", reason));
  }

  private void complete(String id, String activity, String actor, Map<String, Object> said) {
    var task = task(id);
    assertThat(task.activity()).isEqualTo(activity);
    tasks.complete(task.id(), actor, said);
  }

  private HumanTask task(String id) {
    return tasks.openOf(id).stream().findFirst().orElseThrow();
  }

  private static void refused(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }
}
