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
import vn.dvc.pay.values.Money;

/** Every line class, on both sides of its boundary. */
@Tag("fast")
class LineMatcherTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
  private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");

  private final Map<String, Movement> ours = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Booked> earlier = new ArrayList<>();
  private Instant youngSince = NOON.plusSeconds(3600);

  @Test
  void whatBothSayIsMatchedAndNamesItsPayment() {
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
  void whatWeDoNotKnowIsAtTheBankOnly() {
    line("x", 100, true);
    assertThat(classes()).containsExactly(LineClass.BANK_ONLY);
    assertThat(findings()).extracting(Finding::pending).containsExactly(false);
  }

  @Test
  void whatSurelyDidNotMoveIsAtTheBankOnly() {
    ours("a", Kind.DEBIT, Fate.NOT_MOVED, 100);
    line("a", 100, true);
    assertThat(classes()).containsExactly(LineClass.BANK_ONLY);
    assertThat(findings())
        .extracting(Finding::payment, Finding::pending, Finding::ourAmount)
        .containsExactly(tuple("P-a", false, 100L));
  }

  @Test
  void whatIsInDoubtMaySettleItself() {
    ours("a", Kind.DEBIT, Fate.IN_DOUBT, 100);
    line("a", 100, true);
    assertThat(findings()).extracting(Finding::pending).containsExactly(true);
  }

  @Test
  void whatWasBookedJustNowMaySettleItself() {
    youngSince = NOON.minusSeconds(1);
    line("x", 100, true);
    assertThat(findings()).extracting(Finding::pending).containsExactly(true);
  }

  @Test
  void moneyThatCameDoesNotMatchMoneyThatWent() {
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
  void eachFurtherLineIsADuplicateOfItsOwn() {
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
  void oneBookingToldTwiceIsNoSecondBooking() {
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    line("a", 100, true);
    lines.add(lines.get(0));
    assertThat(findings())
        .extracting(Finding::kind, Finding::bookedTwice)
        .containsExactly(tuple(LineClass.DUPLICATE, false));
  }

  @Test
  void aBookingOfAnEarlierDayIsRepeated() {
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    earlier.add(new Booked("a", true, "N-9", "B9"));
    line("a", 100, true);
    assertThat(findings())
        .extracting(Finding::key, Finding::bookedTwice)
        .containsExactly(tuple("a#2", true));
  }

  @Test
  void anUnreadableLineIsOneDifferenceWhereverItStands() {
    lines.add(new Line(1, "N1", null, null, 0, false, null, "cvc-x"));
    ours("a", Kind.DEBIT, Fate.MOVED, 100);
    line("a", 100, true);
    assertThat(classes()).containsExactly(LineClass.UNREADABLE, LineClass.MATCHED);
    assertThat(findings()).extracting(Finding::key).containsExactly("2026-11-24/N1/1");
  }

  private void ours(String reference, Kind kind, Fate fate, long amount) {
    ours.put(
        reference,
        new Movement(reference, kind, fate, Money.dong(amount), null, "P-" + reference, NOON));
  }

  private void line(String reference, long amount, boolean credit) {
    var number = lines.size() + 1;
    lines.add(new Line(number, "N" + number, "B" + number, reference, amount, credit, NOON, null));
  }

  private List<LineMatcher.Classified> classified() {
    return new LineMatcher(DAY, ours, earlier, youngSince).classify(lines);
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
