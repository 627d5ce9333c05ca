package vn.dvc.pay.reconciliation.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.payment.Movement.Fate;
import vn.dvc.pay.payment.Movement.Kind;
import vn.dvc.pay.values.Money;

/** Attempt "a" took 100 dong; the bank marks lines under "a" as its taking back. */
@Tag("fast")
class OwnReversalsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");
  private static final String OUR_ACCOUNT = "1180";

  private final List<Movement> ours = new ArrayList<>();
  private final List<Booked> told = new ArrayList<>(List.of(booked("a", true, false, 100)));

  @Test
  void reversalUnderTheOriginalsReferenceIsOurs() {
    ours("v", Fate.MOVED, 40);
    back(40);
    assertThat(reported()).containsExactly(null, "v");
  }

  @Test
  void anotherAmountIsNot() {
    ours("v", Fate.MOVED, 40);
    back(41);
    assertThat(reported()).containsOnlyNulls();
  }

  @Test
  void anotherOriginalIsNot() {
    ours("v", Fate.MOVED, 40);
    told.add(booked("b", true, false, 100));
    told.add(booked("b", false, true, 40));
    assertThat(reported()).containsOnlyNulls();
  }

  @Test
  void anotherAccountThanTheOriginalsIsNot() {
    ours("v", Fate.MOVED, 40);
    told.add(new Booked("a", "1181", false, true, 40, "N9", "B9"));
    assertThat(reported()).containsOnlyNulls();
  }

  @Test
  void originalThatNoStatementToldOfProvesNothing() {
    ours("v", Fate.MOVED, 40);
    told.clear();
    back(40);
    assertThat(reported()).containsOnlyNulls();
  }

  @Test
  void debitThatTheBankDoesNotMarkIsNot() {
    ours("v", Fate.MOVED, 40);
    told.add(booked("a", false, false, 40));
    assertThat(reported()).containsOnlyNulls();
  }

  @Test
  void reversalThatDidNotHappenIsNot() {
    ours("v", Fate.NOT_MOVED, 40);
    back(40);
    assertThat(reported()).containsOnlyNulls();
  }

  @Test
  void reversalThatIsReportedUnderItsOwnReferenceIsNotReportedAgain() {
    ours("v", Fate.MOVED, 40);
    told.add(booked("v", false, false, 40));
    back(40);
    assertThat(reported()).containsOnlyNulls();
  }

  @Test
  void eachLineReportsOneReversal() {
    ours("v1", Fate.MOVED, 40);
    ours("v2", Fate.MOVED, 60);
    ours("v3", Fate.MOVED, 40);
    back(40);
    back(40);
    back(60);
    back(40);
    assertThat(reported()).containsExactly(null, "v1", "v3", "v2", null);
  }

  @Test
  void bookingThatIsToldTwiceReportsOneReversal() {
    ours("v1", Fate.MOVED, 40);
    ours("v2", Fate.MOVED, 40);
    back(40);
    told.add(told.get(1));
    assertThat(reported()).containsExactly(null, "v1", null);
  }

  @Test
  void whatIsCertainIsReportedBeforeWhatIsInDoubt() {
    ours("v1", Fate.IN_DOUBT, 40);
    ours("v2", Fate.MOVED, 40);
    back(40);
    assertThat(reported()).containsExactly(null, "v2");
    back(40);
    assertThat(reported()).containsExactly(null, "v2", "v1");
  }

  @Test
  void linesAreReadUnderTheReferenceOfTheReversalWhereverTheyStand() {
    ours("v1", Fate.MOVED, 40);
    ours("v2", Fate.MOVED, 40);
    ours("v3", Fate.MOVED, 40);
    var back = booked("a", false, true, 40);
    var line =
        new Line(2, OUR_ACCOUNT, "N8", "B8", "a", 40, false, true, NOON, null, "BANK_ONLY", "P-a");
    var later = new Booked("a", OUR_ACCOUNT, false, true, 40, "N9", "B9");
    told.add(back);

    var read = new OwnReversals(ours).read(told, List.of(line), List.of(later));

    assertThat(read.earlier()).extracting(Booked::reference).containsExactly("a", "v1");
    assertThat(read.lines()).extracting(Line::reference).containsExactly("v2");
    assertThat(read.later()).extracting(Booked::reference).containsExactly("v3");
  }

  private void ours(String reference, Fate fate, long amount) {
    var at = NOON.plusSeconds(ours.size());
    ours.add(
        new Movement(reference, Kind.REVERSAL, fate, Money.dong(amount), null, "P-a", at, "a"));
  }

  private void back(long amount) {
    told.add(booked("a", false, true, amount));
  }

  private Booked booked(String reference, boolean credit, boolean takesBack, long amount) {
    var number = told == null ? 0 : told.size();
    return new Booked(
        reference, OUR_ACCOUNT, credit, takesBack, amount, "N" + number, "B" + number);
  }

  /** For each line the reversal that it reports. */
  private List<String> reported() {
    return Arrays.asList(
        new OwnReversals(ours)
            .reportedBy(told).stream()
                .map(it -> it == null ? null : it.reference())
                .toArray(String[]::new));
  }
}
