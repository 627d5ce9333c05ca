package vn.dvc.pay.reconciliation.matching;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.payment.Movements;
import vn.dvc.pay.reconciliation.difference.DifferenceEvidence;
import vn.dvc.pay.reconciliation.difference.Differences;
import vn.dvc.pay.reconciliation.statement.LongStatement;
import vn.dvc.pay.reconciliation.statement.TakenStatement;
import vn.dvc.pay.values.AttemptRef;
import vn.dvc.pay.values.Money;

/** Matches a long statement with records that agree, without looking these up. */
public final class LongMatching {
  private final StatementMatching matching;

  public LongMatching(JdbcTemplate jdbc, int entries) {
    var movements = mock(Movements.class, withSettings().stubOnly());
    when(movements.named(any(), any()))
        .thenAnswer(
            call -> {
              var found = new HashMap<String, Movement>();
              call.<Collection<String>>getArgument(1)
                  .forEach(it -> found.put(it, movement(AttemptRef.of(it))));
              return found;
            });
    when(movements.moved(any(), any(), any()))
        .thenAnswer(
            call ->
                IntStream.range(0, entries / 97)
                    .mapToObj(it -> movement(LongStatement.attempt(it)))
                    .toList());
    var differences = mock(Differences.class, withSettings().stubOnly());
    when(differences.replace(any(), anyBoolean()))
        .thenReturn(mock(Differences.Replacement.class, withSettings().stubOnly()));
    matching =
        new StatementMatching(
            new LineRepository(JdbcClient.create(jdbc), jdbc),
            movements,
            differences,
            mock(DifferenceEvidence.class));
  }

  public void match(TakenStatement statement) {
    matching.match(statement, Duration.ofMinutes(5), false);
  }

  private static Movement movement(AttemptRef attempt) {
    return new Movement(
        attempt.toString(),
        Movement.Kind.DEBIT,
        Movement.Fate.MOVED,
        Money.dong(120_000),
        null,
        "P1",
        null,
        null);
  }
}
