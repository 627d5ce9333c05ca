package vn.dvc.proof.chaos;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open cases, and what a person who asks the bank may decide about them. */
final class OpenCases {
  /**
   * Decisions with which a person vouches for something that happens outside every bank of this
   * run.
   */
  static final Set<String> VOUCHED_FOR =
      Set.of("RETURNED_OTHERWISE", "DELIVERED_OTHERWISE", "HOLD_RELEASED");

  private static final String UNKNOWN = "unknown-outcome";

  private final JdbcClient jdbc;
  private final LoadCaller bank;
  private final Set<String> wrong = new HashSet<>();

  OpenCases(DataSource database, String sandboxUrl) {
    this.jdbc = JdbcClient.create(database);
    this.bank = LoadCaller.anybody(sandboxUrl);
  }

  record Open(String id, String kind, String subject) {}

  /**
   * Those that these persons decide. Left alone is what may resolve itself: differences in a
   * statement whose day is not over, and whatever a bank may still be working on.
   */
  List<Open> all() {
    return jdbc.sql(
            """
            select id, kind, subject from case_file c
            where closed_at is null and kind not like 'statement-%' and kind <> 'unknown-mandate'
              and not exists (
                select 1 from bank_call b
                where cast(b.attempt_ref as varchar) = c.subject
                  and b.operation not in ('INQUIRY', 'TOMBSTONE')
                  and b.valid_until > now() - interval '60 seconds')
            order by opened_at\
            """)
        .query((row, number) -> new Open(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  /**
   * For an unknown outcome, what the bank's own ledger says, and sometimes the opposite. Otherwise
   * empty, because there is more than one right decision.
   */
  synchronized List<String> options(Open file, Random chance) {
    wrong.remove(file.id());
    if (!file.kind().equals(UNKNOWN)) {
      return List.of();
    }
    var moved = hasMoved(file.subject());
    if (moved && isAPayments(file) && chance.nextInt(4) == 0) {
      wrong.add(file.id());
      return List.of("NO_MONEY_MOVED");
    }
    return List.of(moved ? "MONEY_MOVED" : "NO_MONEY_MOVED");
  }

  synchronized boolean isWronglyDecided(Open file) {
    return wrong.contains(file.id());
  }

  /** The bank prompts us to check the attempt again, as banks do when they find such a thing. */
  void bankTells(Open file) {
    jdbc.sql("select bank from attempt where attempt_ref = ?")
        .param(UUID.fromString(file.subject()))
        .query(String.class)
        .optional()
        .ifPresent(
            bin ->
                bank.post(
                    "/sandbox/banks/" + bin + "/transactions/" + file.subject() + "/notice", null));
  }

  private boolean hasMoved(String attempt) {
    var ledger = bank.get("/sandbox/ledger");
    if (!ledger.ok()) {
      throw new IllegalStateException("The bank cannot be asked");
    }
    return ledger.body().findValuesAsText("attemptRef").contains(attempt);
  }

  private boolean isAPayments(Open file) {
    return jdbc.sql("select subject from attempt where attempt_ref = ?")
        .param(UUID.fromString(file.subject()))
        .query(String.class)
        .single()
        .startsWith("P");
  }
}
