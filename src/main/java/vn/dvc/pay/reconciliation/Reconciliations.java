package vn.dvc.pay.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Banks' days, for operators: what was told, what matches, what is open. */
public interface Reconciliations {

  /** Newest day first, a page of 50. */
  List<Day> list(int page);

  Optional<Report> find(String bank, LocalDate day);

  /** The lines of this class in the order of the file, at most so many after the first ones. */
  List<Row> lines(String bank, LocalDate day, LineClass kind, int skip, int atMost);

  /**
   * Has the bank asked for its statement at once, also of a day that is not over, or again.
   *
   * @throws vn.dvc.pay.values.Problem bank-unknown, day-not-begun (422), day-at-work while its
   *     statement is being fetched or matched, day-stuck while a failed step waits for an operator
   *     (409)
   */
  void importNow(String bank, LocalDate day);

  /** Where a bank's day stands. */
  enum State {
    /** Its statement will be asked for after its end. */
    PLANNED,
    /** The statement is awaited, or what may settle itself is. */
    RUNNING,
    DONE
  }

  /**
   * @param due when the statement is asked for
   * @param runsSince null unless it runs
   * @param missing why there is no newer statement, as one word; null where nothing is missing
   * @param statementOf the day of which the file tells that the bank gave instead; mostly null
   * @param counts how many lines of each class; empty where no statement was taken in
   * @param open how many differences wait for the bank or for two persons
   */
  record Day(
      String bank,
      LocalDate day,
      State state,
      Instant due,
      Instant runsSince,
      String missing,
      LocalDate statementOf,
      Map<LineClass, Long> counts,
      long open) {}

  /**
   * @param statement null where none was taken in
   * @param differences in the order of the file, those without a line at the end
   */
  record Report(Day day, Statement statement, List<Row> differences) {}

  /** What the bank's file says of itself. */
  record Statement(
      String message,
      String sha256,
      String account,
      Instant from,
      Instant to,
      long opening,
      long closing,
      long credits,
      long creditSum,
      long debits,
      long debitSum) {}

  /**
   * One movement.
   *
   * @param line its place in the file, null where it has none
   * @param reference the attempt, or the bank's reference of a collection
   * @param credit whether money came to us; null where nobody can tell
   * @param state PENDING, OPEN, SETTLED or DECIDED; null of a line that matches
   * @param decision the word of two persons, null where they decided nothing
   */
  record Row(
      LineClass kind,
      Integer line,
      String reference,
      String bankReference,
      Boolean credit,
      Long bankAmount,
      Long ourAmount,
      Instant at,
      String payment,
      String state,
      String caseId,
      String decision) {}
}
