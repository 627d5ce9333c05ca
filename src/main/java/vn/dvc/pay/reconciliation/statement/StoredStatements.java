package vn.dvc.pay.reconciliation.statement;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;
import vn.dvc.pay.reconciliation.statement.reader.StatementReader;
import vn.dvc.pay.time.DatabaseTime;

/**
 * Stores every file as received and imports each once: completely or not at all, except for single
 * unreadable lines.
 */
@Component
public class StoredStatements {
  private static final Logger LOG = LoggerFactory.getLogger(StoredStatements.class);
  private static final String OF_ANOTHER_DAY = "statement-of-another-day";

  private final StatementRepository statements;
  private final StatementLineRepository lines;
  private final StatementReader reader;
  private final OwnAccounts accounts;
  private final DatabaseTime time;

  StoredStatements(
      StatementRepository statements,
      StatementLineRepository lines,
      StatementReader reader,
      OwnAccounts accounts,
      DatabaseTime time) {
    this.statements = statements;
    this.lines = lines;
    this.reader = reader;
    this.accounts = accounts;
    this.time = time;
  }

  /**
   * Stores a file; one received before becomes the newest again. A file states its own day, so
   * content imported for one day is never accepted for another.
   *
   * @return why the file is refused at once, empty if it is stored
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Refusal> keep(String bank, LocalDate day, String sha256, byte[] bytes) {
    var known = statements.lock(bank, sha256);
    if (known.isEmpty()) {
      statements.insert(bank, day, sha256, bytes, time.now());
    } else if (known.get().day().equals(day)) {
      statements.fetchedAgain(known.get().id(), time.now());
    } else if (known.get().state().equals("REFUSED")) {
      statements.assign(known.get().id(), day, time.now());
    } else {
      return Optional.of(new Refusal(OF_ANOTHER_DAY, known.get().day()));
    }
    return Optional.empty();
  }

  /**
   * Imports the day's newest file, unless that has been done; returns the reason if it is refused.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Taken take(String bank, LocalDate day) {
    var newest = statements.newest(bank, day);
    if (newest.isEmpty()) { // it has meanwhile been fetched for its own day
      return new Taken(null, new Refusal(OF_ANOTHER_DAY, null));
    }
    var file = newest.get();
    return switch (file.state()) {
      case "FETCHED" -> read(file, bank, day);
      case "REFUSED" -> new Taken(file.id(), new Refusal(file.refusal(), file.statedDay()));
      default -> new Taken(file.id(), null);
    };
  }

  public Optional<TakenStatement> find(UUID id) {
    return statements.taken(id);
  }

  /** The same, of a statement that must have been taken. */
  public TakenStatement require(UUID id) {
    return find(id).orElseThrow(() -> new IllegalStateException("No statement " + id));
  }

  private Taken read(StatementRepository.Kept file, String bank, LocalDate day) {
    try (var writer = lines.writer(file.id())) {
      var ours = new OwnStatements(bank, accounts.at(bank), day, writer::add);
      reader.read(new ByteArrayInputStream(file.content()), ours);
      var head = ours.head();
      writer.finish();
      statements.imported(file.id(), head, time.now());
      return new Taken(file.id(), null);
    } catch (StatementRefused refused) {
      LOG.warn("Statement of bank {} for {} refused: {}", bank, day, refused.getMessage());
      return refuse(file, new Refusal(refused.code(), refused.statedDay()));
    }
  }

  private Taken refuse(StatementRepository.Kept file, Refusal why) {
    lines.forget(file.id());
    statements.refused(file.id(), why.code(), why.statedDay());
    return new Taken(file.id(), why);
  }

  /**
   * @param refusal why the whole file is refused, null if it was imported
   */
  public record Taken(UUID statement, @Nullable Refusal refusal) {}

  /**
   * @param code as in {@link StatementRefused}
   * @param statedDay the day that the file states, if that is the reason
   */
  public record Refusal(String code, LocalDate statedDay) {}
}
