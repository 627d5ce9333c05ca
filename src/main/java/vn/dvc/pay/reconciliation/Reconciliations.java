package vn.dvc.pay.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reconciliation of each bank's days, for operators: the statement, the matches and the open
 * differences.
 */
public interface Reconciliations {

  /**
   * Newest day first, a page of 50.
   *
   * @param bank whose days, blank for all
   */
  List<Day> list(String bank, int page);

  Optional<Report> find(String bank, LocalDate day);

  /** What is open over all days and banks. */
  Summary summary();

  /**
   * @param differences how many differences wait for the bank or for a decision
   * @param oldest since when the oldest of them is known, null if there is none
   * @param unfinished how many days are over and not yet reconciled
   * @param dueSince since when the oldest of these days was due, null if there is none
   */
  record Summary(
      long differences, @Nullable Instant oldest, long unfinished, @Nullable Instant dueSince) {}

  /** A page of the lines of this class, in the order of the file. */
  List<Row> lines(String bank, LocalDate day, LineClass kind, int skip, int atMost);

  /**
   * Requests the statement at once, even for a day that is not over, or once more.
   *
   * @throws vn.dvc.pay.values.Problem bank-unknown, day-not-begun (422), day-at-work if its
   *     statement is being fetched or matched, day-stuck if a failed step waits for an operator
   *     (409)
   */
  void importNow(String bank, LocalDate day);

  /** The state of a bank's day. */
  enum State {
    /** Its statement will be requested after its end. */
    PLANNED,
    /** Waiting for the statement, or for differences that may settle themselves. */
    RUNNING,
    DONE
  }

  /**
   * @param due when the statement will be requested
   * @param runsSince null unless it is running
   * @param missing the reason code why there is no newer statement, null if none is missing
   * @param statementOf the other day whose statement the bank delivered instead; usually null
   * @param counts the number of lines per class, empty if no statement has been imported
   * @param open the number of differences that wait for the bank or for a decision
   */
  record Day(
      String bank,
      LocalDate day,
      State state,
      Instant due,
      @Nullable Instant runsSince,
      @Nullable String missing,
      @Nullable LocalDate statementOf,
      Map<LineClass, Long> counts,
      long open) {

    /** How people are told the state: a day that is planned once more has figures already. */
    public String word() {
      return state == State.PLANNED && !counts.isEmpty() ? "PLANNED_AGAIN" : state.name();
    }
  }

  /**
   * @param statement null if none has been imported
   * @param differences in the order of the file, those without a line last
   */
  record Report(Day day, @Nullable Statement statement, List<Row> differences) {}

  /**
   * The header of the bank's file.
   *
   * @param opening null if the bank names none
   * @param closing null if the bank names none
   */
  record Statement(
      String message,
      String sha256,
      String account,
      Instant from,
      Instant to,
      @Nullable Long opening,
      @Nullable Long closing,
      long credits,
      long creditSum,
      long debits,
      long debitSum) {}

  /**
   * One movement.
   *
   * @param line its position in the file, null if it is not in the file
   * @param reference the attempt, or the bank's reference of a collection
   * @param credit whether the money came in, null if unknown
   * @param state PENDING, OPEN, SETTLED or DECIDED; null for a line that matches
   * @param decision the decision of two persons, null if there is none
   */
  record Row(
      LineClass kind,
      @Nullable Integer line,
      @Nullable String reference,
      @Nullable String bankReference,
      @Nullable Boolean credit,
      @Nullable Long bankAmount,
      @Nullable Long ourAmount,
      @Nullable Instant at,
      @Nullable String payment,
      @Nullable String state,
      @Nullable String caseId,
      @Nullable String decision) {}
}
