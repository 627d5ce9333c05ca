package vn.dvc.pay.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.bank.Attempt.Subject;
import vn.dvc.pay.bank.BankCalls;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * Changes of accounts are audited, and whoever has made an account is not a second person to it.
 */
@OperatorsTest
class TwoPersonsOneHandTest {
  @Autowired IdentityService identity;
  @Autowired Audit audit;
  @Autowired Cases cases;
  @Autowired HumanTasks tasks;
  @Autowired TransactionTemplate transaction;
  @Autowired DatabaseTime time;
  @Autowired BankCalls calls;

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String admin = "admin" + mark;
  private final String puppet = "puppet" + mark;

  @BeforeEach
  void administratorWhoIsAnOperatorToo() {
    account(admin);
    identity.createMembership(admin, "operators");
    identity.createMembership(admin, "camunda-admin");
  }

  @AfterEach
  void today() {
    time.travel(Duration.ZERO);
    identity.clearAuthentication();
    for (var member : List.of(admin, puppet)) {
      identity.deleteUser(member);
    }
  }

  @Test
  void eachChangeOfAnAccountIsInTheAuditTrail() {
    as(admin, () -> account(puppet));
    as(admin, () -> identity.createMembership(puppet, "operators"));
    as(
        admin,
        () -> {
          var user = identity.createUserQuery().userId(puppet).singleResult();
          user.setPassword("another");
          identity.saveUser(user);
        });
    as(admin, () -> identity.deleteMembership(puppet, "operators"));
    as(admin, () -> identity.deleteUser(puppet));

    assertThat(audit.about("staff:" + puppet))
        .extracting(Audit.Entry::actor, Audit.Entry::action, Audit.Entry::reason)
        .containsExactly(
            tuple(admin, "account-created", "- → -"),
            tuple(admin, "group-joined", "[] → [operators]"),
            tuple(admin, "password-set", "- → -"),
            tuple(admin, "group-left", "[operators] → []"),
            tuple(admin, "account-removed", "[] → -"));
  }

  @Test
  void administratorDoesNotConfirmThroughAnAccountOfTheirOwnMaking() {
    as(admin, () -> account(puppet));
    as(admin, () -> identity.createMembership(puppet, "operators"));

    var id = decidedBy(admin);

    assertThatThrownBy(() -> confirm(id, puppet))
        .isInstanceOfSatisfying(
            Problem.class, refused -> assertThat(refused.code()).isEqualTo("second-person-needed"));
    confirm(id, "operator-2");
  }

  @Test
  void passwordThatWasResetMakesTwoPersonsOne() {
    account(puppet);
    identity.createMembership(puppet, "operators");
    as(
        admin,
        () -> {
          var user = identity.createUserQuery().userId(puppet).singleResult();
          user.setPassword("known-to-admin");
          identity.saveUser(user);
        });

    var id = decidedBy(puppet);

    assertThatThrownBy(() -> confirm(id, admin)).isInstanceOf(Problem.class);
    time.travel(Duration.ofDays(8));
    confirm(id, admin);
  }

  private String decidedBy(String actor) {
    var subject =
        transaction.execute(
            on ->
                calls
                    .open(Subject.of(PaymentId.fresh()), "970415", Money.dong(120_000))
                    .toString());
    var id =
        transaction.execute(
            on -> cases.open("unknown-outcome", subject, "P1", "UNKNOWN", Map.of()));
    tasks.complete(taskOf(id), actor, Map.of("decision", "MONEY_MOVED", "reason", "Công văn"));
    return id;
  }

  private void confirm(String id, String actor) {
    tasks.complete(taskOf(id), actor, Map.of("agreed", "AGREED", "reason", "Đã đối chiếu"));
  }

  private String taskOf(String id) {
    return tasks.openOf(id).get(0).id();
  }

  private void account(String id) {
    var user = identity.newUser(id);
    user.setPassword(id);
    identity.saveUser(user);
  }

  private void as(String actor, Runnable work) {
    identity.setAuthentication(actor, List.of("camunda-admin", "operators"));
    try {
      work.run();
    } finally {
      identity.clearAuthentication();
    }
  }
}
