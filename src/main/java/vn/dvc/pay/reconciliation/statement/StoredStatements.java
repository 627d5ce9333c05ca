package vn.dvc.pay.reconciliation.statement;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.engine.DatabaseTime;

/**
 * Keeps every file as it came, and takes each in once: whole or not at all, but for single lines
 * that cannot be read.
 */
@Component
public class StoredStatements {
  private static final Logger LOG = LoggerFactory.getLogger(StoredStatements.class);
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final StatementRows rows;
  private final LineRows lines;
  private final StatementReader reader;
  private final DatabaseTime time;

  StoredStatements(StatementRows rows, LineRows lines, StatementReader reader, DatabaseTime time) {
    this.rows = rows;
    this.lines = lines;
    this.reader = reader;
    this.time = time;
  }

  /** Writes a file down; one that came before becomes the newest again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void keep(String bank, LocalDate day, String sha256, byte[] bytes) {
    rows.keep(bank, day, sha256, bytes, time.now());
  }

  /** Takes the day's newest file in, unless that was done; says why when it is refused. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Taken take(String bank, LocalDate day) {
    var newest = rows.newest(bank, day).orElseThrow();
    if (newest.state().equals("FETCHED")) {
      return read(newest, bank, day);
    }
    return new Taken(newest.id(), newest.refusal());
  }

  public Optional<TakenStatement> find(UUID id) {
    return rows.taken(id);
  }

  private Taken read(StatementRows.Kept file, String bank, LocalDate day) {
    var totals = new ControlTotals();
    try (var writer = lines.writer(file.id())) {
      var head =
          reader.read(
              new ByteArrayInputStream(file.content()),
              line -> {
                totals.add(line);
                writer.add(line);
              });
      demandDay(head, day);
      totals.demand(head);
      writer.flush();
      rows.imported(file.id(), head, time.now());
      return new Taken(file.id(), null);
    } catch (StatementRefused refused) {
      LOG.warn("The statement of bank {} for {} is refused: {}", bank, day, refused.getMessage());
      lines.forget(file.id());
      rows.refused(file.id(), refused.code());
      return new Taken(file.id(), refused.code());
    } catch (ArithmeticException sumsBeyondAllMoney) {
      lines.forget(file.id());
      rows.refused(file.id(), "statement-totals-differ");
      return new Taken(file.id(), "statement-totals-differ");
    }
  }

  private static void demandDay(StatementHead head, LocalDate day) throws StatementRefused {
    var from = day.atStartOfDay(ZONE).toInstant();
    var end = day.plusDays(1).atStartOfDay(ZONE).toInstant();
    if (!head.from().toInstant().equals(from) || head.to().toInstant().isAfter(end)) {
      throw new StatementRefused("statement-of-another-day", "from " + head.from());
    }
  }

  /**
   * @param refusal why the file is refused as a whole, null where it was taken in
   */
  public record Taken(UUID statement, String refusal) {}
}
