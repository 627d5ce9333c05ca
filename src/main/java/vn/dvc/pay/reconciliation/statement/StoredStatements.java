package vn.dvc.pay.reconciliation.statement;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.reconciliation.statement.reader.ControlTotals;
import vn.dvc.pay.reconciliation.statement.reader.StatementHead;
import vn.dvc.pay.reconciliation.statement.reader.StatementReader;
import vn.dvc.pay.reconciliation.statement.reader.StatementRefused;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Keeps every file as it came, and takes each in once: whole or not at all, but for single lines
 * that cannot be read.
 */
@Component
public class StoredStatements {
  private static final Logger LOG = LoggerFactory.getLogger(StoredStatements.class);
  private static final String OF_ANOTHER_DAY = "statement-of-another-day";

  private final StatementRepository statements;
  private final StatementLineRepository lines;
  private final StatementReader reader;
  private final DatabaseTime time;

  StoredStatements(
      StatementRepository statements,
      StatementLineRepository lines,
      StatementReader reader,
      DatabaseTime time) {
    this.statements = statements;
    this.lines = lines;
    this.reader = reader;
    this.time = time;
  }

  /**
   * Writes a file down; one that came before becomes the newest again. A file says of which day it
   * tells, so the very bytes that were taken in for one day are never another's.
   *
   * @return why the file is refused at once; empty where it is kept
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Refusal> keep(String bank, LocalDate day, String sha256, byte[] bytes) {
    var known = statements.lock(bank, sha256);
    if (known.isEmpty()) {
      statements.insert(bank, day, sha256, bytes, time.now());
    } else if (known.get().day().equals(day)) {
      statements.cameAgain(known.get().id(), time.now());
    } else if (known.get().state().equals("REFUSED")) {
      statements.cameFor(known.get().id(), day, time.now());
    } else {
      return Optional.of(new Refusal(OF_ANOTHER_DAY, known.get().day()));
    }
    return Optional.empty();
  }

  /** Takes the day's newest file in, unless that was done; says why when it is refused. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Taken take(String bank, LocalDate day) {
    var newest = statements.newest(bank, day);
    if (newest.isEmpty()) { // it came for its own day meanwhile
      return new Taken(null, new Refusal(OF_ANOTHER_DAY, null));
    }
    var file = newest.get();
    return switch (file.state()) {
      case "FETCHED" -> read(file, bank, day);
      case "REFUSED" -> new Taken(file.id(), new Refusal(file.refusal(), file.tellsOf()));
      default -> new Taken(file.id(), null);
    };
  }

  public Optional<TakenStatement> find(UUID id) {
    return statements.taken(id);
  }

  private Taken read(StatementRepository.Kept file, String bank, LocalDate day) {
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
      statements.imported(file.id(), head, time.now());
      return new Taken(file.id(), null);
    } catch (StatementRefused refused) {
      LOG.warn("The statement of bank {} for {} is refused: {}", bank, day, refused.getMessage());
      return refuse(file, new Refusal(refused.code(), refused.tellsOf()));
    } catch (ArithmeticException sumsBeyondAllMoney) {
      return refuse(file, new Refusal("statement-totals-differ", null));
    }
  }

  private Taken refuse(StatementRepository.Kept file, Refusal why) {
    lines.forget(file.id());
    statements.refused(file.id(), why.code(), why.tellsOf());
    return new Taken(file.id(), why);
  }

  private static void demandDay(StatementHead head, LocalDate day) throws StatementRefused {
    var from = head.from().toInstant();
    if (!DayWindow.of(day).holds(from, head.to().toInstant())) {
      throw StatementRefused.ofAnotherDay(DayWindow.dayOf(from));
    }
  }

  /**
   * @param refusal why the file is refused as a whole, null where it was taken in
   */
  public record Taken(UUID statement, Refusal refusal) {}

  /**
   * @param code as in {@link StatementRefused}
   * @param tellsOf the other day of which the file tells, where that is why
   */
  public record Refusal(String code, LocalDate tellsOf) {}
}
