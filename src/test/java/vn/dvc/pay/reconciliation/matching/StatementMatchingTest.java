package vn.dvc.pay.reconciliation.matching;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.payment.Movements;
import vn.dvc.pay.reconciliation.difference.DifferenceEvidence;
import vn.dvc.pay.reconciliation.difference.Differences;
import vn.dvc.pay.reconciliation.difference.GivingBack;
import vn.dvc.pay.reconciliation.difference.TakingIn;
import vn.dvc.pay.reconciliation.statement.StatementHead;
import vn.dvc.pay.reconciliation.statement.TakenStatement;
import vn.dvc.pay.values.Money;

/** A statement line about an attempt in doubt reaches both the inquiry and the case. */
@Tag("fast")
class StatementMatchingTest {
  private static final String REF = "0f8fad5b-d9cb-469f-a165-70867728950e";
  private static final Instant TEN = Instant.parse("2026-11-24T03:00:00Z");
  private static final TakenStatement STATEMENT =
      new TakenStatement(
          UUID.randomUUID(),
          "970415",
          LocalDate.of(2026, 11, 24),
          "ab12",
          new StatementHead(
              "S-1",
              OffsetDateTime.parse("2026-11-24T00:00:00+07:00"),
              OffsetDateTime.parse("2026-11-25T00:00:00+07:00"),
              "118000012345",
              0L,
              0L,
              new StatementHead.Totals(1, 200_000),
              new StatementHead.Totals(0, 0)));

  private final LineRepository lines = mock(LineRepository.class);
  private final Movements movements = mock(Movements.class);

  @Test
  void lineAboutAnAttemptInDoubtIsNotedAsAReadableSentence() {
    match(Movement.Fate.IN_DOUBT);
    verify(movements)
        .noteStatementLine(
            REF,
            "Sao kê ngày 24/11/2026, dòng 7: ngân hàng ghi thu 200.000 đồng lúc"
                + " 10:00:00 24/11/2026, số tham chiếu VTB7");
  }

  @Test
  void lineAboutACertainOutcomeIsNotNoted() {
    match(Movement.Fate.MOVED);
    verify(movements, never()).noteStatementLine(anyString(), anyString());
  }

  private void match(Movement.Fate fate) {
    var cut = REF.substring(0, 35);
    when(lines.after(STATEMENT.id(), 0, 1_000))
        .thenReturn(
            List.of(
                new Line(
                    7, "1180", "N7", "VTB7", cut, 200_000, true, false, TEN, null, null, null)));
    when(movements.named(any(), any()))
        .thenReturn(
            Map.of(
                cut,
                new Movement(
                    REF, Movement.Kind.DEBIT, fate, Money.dong(200_000), null, "P1", TEN, null)));
    var differences = mock(Differences.class);
    when(differences.replace(STATEMENT, false)).thenReturn(mock(Differences.Replacement.class));
    new StatementMatching(lines, movements, differences, evidence())
        .match(STATEMENT, Duration.ofMinutes(5), false);
  }

  private static DifferenceEvidence evidence() {
    var texts = new ResourceBundleMessageSource();
    texts.setBasename("messages/cases");
    texts.setDefaultEncoding("UTF-8");
    texts.setFallbackToSystemLocale(false);
    return new DifferenceEvidence(mock(GivingBack.class), mock(TakingIn.class), texts);
  }
}
