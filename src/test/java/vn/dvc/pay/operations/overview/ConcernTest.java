package vn.dvc.pay.operations.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.BankWatch.Breaker;
import vn.dvc.pay.bank.BankWatch.Condition;
import vn.dvc.pay.bank.BankWatch.Traffic;
import vn.dvc.pay.cases.Cases.OpenCases;
import vn.dvc.pay.engine.watch.StuckSteps;
import vn.dvc.pay.engine.watch.WorkerLoad.Load;
import vn.dvc.pay.mailing.MailingWatch;
import vn.dvc.pay.notification.OutboxWatch;
import vn.dvc.pay.operations.nodes.SeenNode;
import vn.dvc.pay.operations.overview.Overview.BankLine;
import vn.dvc.pay.payment.PaymentWatch.BeingChecked;
import vn.dvc.pay.reconciliation.Reconciliations;

/** What of the overview an operator must look at now. */
@Tag("fast")
class ConcernTest {
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

  private Condition bank = bank(Breaker.CLOSED, new Traffic(5, 0, 1));
  private BeingChecked checked = new BeingChecked(0, null);
  private List<OpenCases> cases = List.of();
  private StuckSteps.Count stuck = new StuckSteps.Count(0, null);
  private OutboxWatch.Condition outbox = outbox(false, 0);
  private MailingWatch.Condition mailings = new MailingWatch.Condition(3, 0);
  private Reconciliations.Summary days = new Reconciliations.Summary(0, null, 0, null);
  private List<SeenNode> nodes = List.of(node(NOW));
  private boolean clockIsRight = true;

  @Test
  void nothingIsWrongWhereAllIsWell() {
    assertThat(concerns()).isEmpty();
  }

  @Test
  void aBankThatAnswersHalfOfItsCallsOrIsBlockedIsAConcern() {
    bank = bank(Breaker.CLOSED, new Traffic(1, 1, 0));
    assertThat(concerns()).containsExactly("bank");
    bank = bank(Breaker.OPEN, new Traffic(5, 0, 0));
    assertThat(concerns()).containsExactly("bank");
    bank = bank(Breaker.HALF_OPEN, new Traffic(0, 0, 0));
    assertThat(concerns()).isEmpty();
  }

  @Test
  void paymentsInDoubtAreAConcernOnceTheFirstInquiriesDidNotHelp() {
    checked = new BeingChecked(3, NOW.minus(Concern.UNCLEAR));
    assertThat(concerns()).isEmpty();
    checked = new BeingChecked(3, NOW.minus(Concern.UNCLEAR).minusSeconds(1));
    assertThat(concerns()).containsExactly("unclear");
  }

  @Test
  void eachStuckStepIsAConcern() {
    stuck = new StuckSteps.Count(2, NOW.minusSeconds(150));
    assertThat(Concern.about(overview()))
        .containsExactly(new Concern("stuck", 2, new Age(2, "minutes"), "/operations/stuck"));
  }

  @Test
  void messagesToPeopleThatWereGivenUpAreAConcernAndThoseThatWaitAreNot() {
    assertThat(concerns()).isEmpty();
    mailings = new MailingWatch.Condition(3, 1);
    assertThat(concerns()).containsExactly("mailings");
  }

  @Test
  void aPortalThatTakesNoEventsIsAConcern() {
    outbox = outbox(true, 1);
    assertThat(concerns()).containsExactly("outbox", "given-up");
  }

  @Test
  void casesAndDaysAreAConcernOnceTheyAreOld() {
    cases = List.of(new OpenCases("unknown-outcome", 1, NOW.minus(Concern.UNDECIDED)));
    days = new Reconciliations.Summary(4, NOW, 1, NOW.minus(Concern.UNRECONCILED));
    assertThat(concerns()).isEmpty();
    cases = List.of(new OpenCases("unknown-outcome", 1, NOW.minus(Duration.ofDays(2))));
    days = new Reconciliations.Summary(4, NOW, 1, NOW.minus(Duration.ofDays(2)));
    assertThat(concerns()).containsExactly("cases", "unreconciled");
  }

  @Test
  void aNodeThatIsSilentIsAConcern() {
    nodes = List.of(node(NOW), node(NOW.minusSeconds(130)));
    assertThat(Concern.about(overview()))
        .containsExactly(new Concern("node", "pay-1:8080", new Age(2, "minutes"), "#nodes"));
  }

  @Test
  void aWrongClockComesFirst() {
    clockIsRight = false;
    stuck = new StuckSteps.Count(1, NOW);
    assertThat(concerns()).containsExactly("clock", "stuck");
  }

  @Test
  void agesAreSaidInTheLargestUnitThatFits() {
    assertThat(Age.of(Duration.ofSeconds(119))).isEqualTo(new Age(119, "seconds"));
    assertThat(Age.of(Duration.ofSeconds(120))).isEqualTo(new Age(2, "minutes"));
    assertThat(Age.of(Duration.ofMinutes(120))).isEqualTo(new Age(2, "hours"));
    assertThat(Age.of(Duration.ofHours(48))).isEqualTo(new Age(2, "days"));
    assertThat(Age.of(Duration.ofSeconds(-3))).isEqualTo(new Age(0, "seconds"));
  }

  private List<String> concerns() {
    return Concern.about(overview()).stream().map(Concern::name).toList();
  }

  private Overview overview() {
    var line = new BankLine(bank, new Load("bank.970415", 16, 0), new Load("inquiry", 4, 0));
    return new Overview(
        NOW,
        List.of(line),
        checked,
        List.of(),
        cases,
        stuck,
        outbox,
        mailings,
        days,
        nodes,
        clockIsRight);
  }

  private static SeenNode node(Instant seen) {
    var started = NOW.minus(Duration.ofDays(1));
    return new SeenNode(
        UUID.randomUUID(), "pay-1:8080", "1.0", SeenNode.State.READY, started, seen);
  }

  private static Condition bank(Breaker breaker, Traffic lately) {
    var bank =
        new Bank(
            "970415",
            "VietinBank",
            "http://localhost",
            List.of(16),
            Bank.DateKind.ISSUE,
            Bank.Capture.SEPARATE,
            new Bank.Terms("1", "…"),
            new Bank.EnableOnline(true, "1900"),
            16,
            4);
    return new Condition(bank, NOW, null, 0, null, lately, breaker, Breaker.CLOSED);
  }

  private static OutboxWatch.Condition outbox(boolean overdue, long givenUp) {
    return new OutboxWatch.Condition(1, Duration.ofMinutes(11), overdue, givenUp, NOW);
  }
}
