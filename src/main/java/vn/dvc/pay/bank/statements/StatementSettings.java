package vn.dvc.pay.bank.statements;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits for fetching statements, which are longer than other answers and for which nobody is
 * waiting.
 *
 * @param responseTimeout how long a bank may be silent
 * @param wholeTime how long the whole file may take
 * @param atMost the maximum size of a file
 * @param lock how long a node owns a task that fetches a statement
 */
@ConfigurationProperties("dvc.bank.statements")
public record StatementSettings(
    @DefaultValue("30s") Duration responseTimeout,
    @DefaultValue("60s") Duration wholeTime,
    @DefaultValue("32MB") DataSize atMost,
    @DefaultValue("2m") Duration lock) {

  public StatementSettings {
    if (lock.compareTo(wholeTime.plusSeconds(5)) <= 0) {
      throw new IllegalArgumentException(
          "dvc.bank.statements.lock must be longer than whole-time by more than five seconds");
    }
  }
}
