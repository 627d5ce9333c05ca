package vn.dvc.pay.reconciliation.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.payment.Movement.Fate;
import vn.dvc.pay.payment.Movement.Kind;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.reconciliation.difference.Finding;
import vn.dvc.pay.values.Money;

/** Every line class, on both sides of its boundary. */
@Tag("fast")
class LineMatcherTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");

  private final Map<String, Movement> ours = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Booked> earlier = new ArrayList<>();
  private final List<Booked> later = new ArrayList<>();
  private Instant youngSince = NOON.plusSeconds(3600);

  @Test
  void agreeingLineIsMatchedAndNamesItsPayment() {
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    ours("v", Kind.REVERSAL, Fate.MOVED, 40);
    ours("c", Kind.COLLECTION, Fate.MOVED, 70);
    line("a", 100, true);
    line("v", 40, false);
    line("c", 70, true);
    assertThat(classes()).containsOnly(LineClass.MATCHED);
    assertThat(classified()).extracting(LineMatcher.Classified::payment).contains("P-a", "P-v");
    assertThat(findings()).isEmpty();
  }

  @Test
  void unknownReferenceIsBankOnly() {
    line("x", 100, true);
    assertThat(classes()).containsExactly(LineClass.BANK_ONLY);
    assertThat(findings()).extracting(Finding::pending).containsExactly(false);
  }

  @Test
  void lineOfAFailedAttemptIsBankOnly() {
    ours("a", Kind.DEBIT, Fate.NOT_MOVED, 100);
    line("a", 100, true);
    assertThat(classes()).containsExactly(LineClass.BANK_ONLY);
    assertThat(findings())
        .extracting(Finding::payment, Finding::pending, Finding::ourAmount)
        .containsExactly(tuple("P-a", false, 100L));
  }

  @Test
  void unknownAttemptMaySettleLater() {
    ours("a", Kind.DEBIT, Fate.IN_DOUBT, 100);
    line("a", 100, true);
    assertThat(findings()).extracting(Finding::pending).containsExactly(true);
  }

  @Test
  void justBookedMovementMaySettleLater() {
    youngSince = NOON.minusSeconds(1);
    line("x", 100, true);
    assertThat(findings()).extracting(Finding::pending).containsExactly(true);
  }

  @Test
  void moneyReceivedDoesNotMatchMoneyPaidOut() {
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    line("a", 100, false);
    assertThat(classes()).containsExactly(LineClass.BANK_ONLY);
  }

  @Test
  void anotherAmountIsADifference() {
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    line("a", 101, true);
    assertThat(classes()).containsExactly(LineClass.AMOUNT_DIFFERS);
    assertThat(findings())
        .extracting(Finding::bankAmount, Finding::ourAmount)
        .containsExactly(tuple(101L, 100L));
  }

  @Test
  void eachFurtherLineIsASeparateDuplicate() {
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    line("a", 100, true);
    line("a", 100, true);
    line("a", 100, true);
    assertThat(classes())
        .containsExactly(LineClass.MATCHED, LineClass.DUPLICATE, LineClass.DUPLICATE);
    assertThat(findings()).extracting(Finding::key).containsExactly("a#2", "a#3");
    assertThat(findings()).extracting(Finding::bookedTwice).containsExactly(true, true);
    assertThat(findings()).extracting(Finding::otherBankRef).containsOnly("B1");
  }

  @Test
  void oneBookingReportedTwiceIsNotASecondBooking() {
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    line("a", 100, true);
    lines.add(lines.get(0));
    assertThat(findings())
        .extracting(Finding::kind, Finding::bookedTwice)
        .containsExactly(tuple(LineClass.DUPLICATE, false));
  }

  @Test
  void bookingOfAnEarlierDayIsADuplicate() {
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    earlier.add(new Booked("a", "1180", true, false, 100, "N-9", "B9"));
    line("a", 100, true);
    assertThat(findings())
        .extracting(Finding::key, Finding::bookedTwice)
        .containsExactly(tuple("a#2", true));
  }

  @Test
  void anUnreadableLineIsOneDifferenceWhereverItStands() {
    lines.add(new Line(1, "1180", "N1", null, null, 0, false, false, null, "cvc-x", null, null));
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    line("a", 100, true);
    assertThat(classes()).containsExactly(LineClass.UNREADABLE, LineClass.MATCHED);
    assertThat(findings()).extracting(Finding::key).containsExactly("2026-11-24/N1/1");
  }

  @Test
  void secondBookingThatTheBankTookBackIsNoDifference() {
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    line("a", 100, true);
    line("a", 100, true);
    back("a", 100);
    assertThat(classes()).containsOnly(LineClass.MATCHED);
    assertThat(findings()).isEmpty();
  }

  @Test
  void secondBookingIsNoDifferenceOnceALaterStatementTakesItBack() {
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    line("a", 100, true);
    line("a", 100, true);
    later.add(new Booked("a", "1180", false, true, 100, "N-9", "B9"));
    assertThat(classes()).containsOnly(LineClass.MATCHED);
  }

  @Test
  void reversalOfYesterdaysSecondBookingIsNoDifference() {
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    earlier.add(new Booked("a", "1180", true, false, 100, "N-8", "B8"));
    earlier.add(new Booked("a", "1180", true, false, 100, "N-9", "B9"));
    back("a", 100);
    assertThat(classes()).containsOnly(LineClass.MATCHED);
  }

  @Test
  void moneyThatWeCountOnAndTheBankTookBackIsADifference() {
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    line("a", 100, true);
    back("a", 100);
    assertThat(classes()).containsExactly(LineClass.MATCHED, LineClass.BANK_ONLY);
    assertThat(findings())
        .extracting(Finding::key, Finding::credit, Finding::payment, Finding::pending)
        .containsExactly(tuple("a#back1", false, "P-a", false));
  }

  @Test
  void bookingThatTheBankTookBackIsNoDifferenceIfWeHaveNoMoneyFromIt() {
    ours("a", Kind.DEBIT, Fate.NOT_MOVED, 100);
    line("a", 100, true);
    back("a", 100);
    line("x", 70, true);
    back("x", 70);
    assertThat(classes()).containsOnly(LineClass.MATCHED);
  }

  @Test
  void reversedBookingOfAnAttemptInDoubtIsPending() {
    ours("a", Kind.DEBIT, Fate.IN_DOUBT, 100);
    line("a", 100, true);
    back("a", 100);
    assertThat(classes()).containsOnly(LineClass.BANK_ONLY);
    assertThat(findings()).extracting(Finding::key).doesNotHaveDuplicates();
    assertThat(findings()).extracting(Finding::pending).containsOnly(true);
  }

  @Test
  void reversalWithoutABookingIsADifference() {
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    line("a", 100, true);
    back("a", 60);
    assertThat(classes()).containsExactly(LineClass.MATCHED, LineClass.BANK_ONLY);
  }

  @Test
  void wrongAmountThatTheBankCorrectedIsNoDifference() {
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    line("a", 1_000, true);
    back("a", 1_000);
    line("a", 100, true);
    assertThat(classes()).containsOnly(LineClass.MATCHED);
  }

  @Test
  void reversalThatWeAskedForMatchesUnderItsOwnReferenceHoweverItIsMarked() {
    ours("v", Kind.REVERSAL, Fate.MOVED, 40);
    back("v", 40);
    assertThat(classes()).containsOnly(LineClass.MATCHED);
    assertThat(classified()).extracting(LineMatcher.Classified::payment).containsOnly("P-v");
  }

  @Test
  void equalBookingsAreTwoOnlyIfTheBankNumbersThemDifferently() {
    var one = new Booked("a", "1180", true, false, 100, null, "B1");
    assertThat(new Booked("a", "1180", true, false, 100, null, "B2").isAnotherThan(one)).isTrue();
    assertThat(new Booked("a", "1180", true, false, 100, null, "B1").isAnotherThan(one)).isFalse();
    assertThat(new Booked("a", "1180", true, false, 100, null, null).isAnotherThan(one)).isFalse();
    assertThat(new Booked("a", "1180", true, false, 100, "N2", "B1").isAnotherThan(one)).isFalse();
  }

  @Test
  void onlyChangedFindingsAreStoredAgain() {
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    line("a", 100, true);
    assertThat(classified()).allMatch(LineMatcher.Classified::isNew);
    lines.set(
        0, new Line(1, "1180", "N1", "B1", "a", 100, true, false, NOON, null, "MATCHED", "P-a"));
    assertThat(classified()).noneMatch(LineMatcher.Classified::isNew);
    lines.set(
        0, new Line(1, "1180", "N1", "B1", "a", 100, true, false, NOON, null, "BANK_ONLY", "P-a"));
    assertThat(classified()).allMatch(LineMatcher.Classified::isNew);
  }

  private void ours(String reference, Kind kind, Fate fate, long amount) {
    ours.put(
        reference,
        new Movement(
            reference, kind, fate, Money.dong(amount), null, "P-" + reference, NOON, null));
  }

  private void line(String reference, long amount, boolean credit) {
    line(reference, amount, credit, false);
  }

  /** The bank takes back what it booked in the other direction. */
  private void back(String reference, long amount) {
    line(reference, amount, false, true);
  }

  private void line(String reference, long amount, boolean credit, boolean takesBack) {
    var number = lines.size() + 1;
    lines.add(
        new Line(
            number,
            "1180",
            "N" + number,
            "B" + number,
            reference,
            amount,
            credit,
            takesBack,
            NOON,
            null,
            null,
            null));
  }

  private List<LineMatcher.Classified> classified() {
    return new LineMatcher(DAY, ours, earlier, later, youngSince).match(lines);
  }

  private List<LineClass> classes() {
    return classified().stream().map(LineMatcher.Classified::kind).toList();
  }

  private List<Finding> findings() {
    return classified().stream()
        .map(LineMatcher.Classified::finding)
        .filter(it -> it != null)
        .toList();
  }
}
