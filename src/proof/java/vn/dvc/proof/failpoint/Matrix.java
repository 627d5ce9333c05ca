package vn.dvc.proof.failpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Everything that can happen to one request to a bank, and what the bank then receives in total.
 *
 * @param operation our word for it
 * @param word the bank's word for it
 * @param bank the bank it goes to
 * @param plain what the bank receives when nothing breaks
 */
record Matrix(String operation, String word, String bank, String plain) {
  private static final List<Point> DEATHS =
      List.of(
          Point.PREPARED,
          Point.WRITTEN,
          Point.CLAIMING,
          Point.CLAIMED,
          Point.AT_BANK,
          Point.ANSWERED,
          Point.RECORDED,
          Point.KEPT);
  private static final List<Point> COMMITS =
      List.of(
          Point.PREPARED,
          Point.WRITTEN,
          Point.CLAIMING,
          Point.CLAIM_KEPT,
          Point.RECORDED,
          Point.KEPT);
  private static final List<String> NOT_DONE = List.of("no-answer", "5xx-before");
  private static final List<String> DONE =
      List.of(
          "answer-lost",
          "reset",
          "5xx-after",
          "malformed",
          "bad-signature",
          "wrong-amount",
          "slow",
          "late-success");

  /** Makes a cell from what breaks and what the bank receives in total. */
  List<Cell> cells(BiFunction<Break, String, Cell> cell) {
    var cells = new ArrayList<Cell>();
    cells.addAll(killed(cell));
    cells.addAll(cut(cell));
    cells.addAll(frozen(cell));
    cells.addAll(thawed(cell));
    cells.addAll(moods(cell));
    return cells;
  }

  /** Killed anywhere, a request is sent at most once, and its outcome is found out. */
  List<Cell> killed(BiFunction<Break, String, Cell> cell) {
    return DEATHS.stream()
        .map(point -> cell.apply(Break.of(Deed.KILL, point, operation), plain))
        .toList();
  }

  List<Cell> cut(BiFunction<Break, String, Cell> cell) {
    return COMMITS.stream()
        .map(point -> cell.apply(Break.of(Deed.CUT, point, operation), plain))
        .toList();
  }

  /**
   * Frozen before sending, it is sent after everything is over, and the bank refuses it as too
   * late.
   */
  List<Cell> frozen(BiFunction<Break, String, Cell> cell) {
    return List.of(
        cell.apply(Break.of(Deed.FREEZE, Point.CLAIMED, operation), plain + " " + word),
        cell.apply(Break.of(Deed.FREEZE, Point.ANSWERED, operation), plain));
  }

  /**
   * Thawed with its answer in hand while another node inquires, or while holding what it has
   * flushed but not committed. A thread thawed before it sends may be in time or too late, by
   * chance; the chaos run meets both.
   */
  List<Cell> thawed(BiFunction<Break, String, Cell> cell) {
    return List.of(
        cell.apply(Break.thawed(Point.ANSWERED, operation, Thaw.ASKED), plain),
        cell.apply(Break.thawed(Point.RECORDED, operation, Thaw.LOCK_OVER), plain));
  }

  List<Cell> moods(BiFunction<Break, String, Cell> cell) {
    var cells = new ArrayList<Cell>();
    DONE.forEach(mood -> cells.add(cell.apply(Break.mood(bank, word, mood), plain)));
    NOT_DONE.forEach(mood -> cells.add(cell.apply(Break.mood(bank, word, mood), twice())));
    cells.add(cell.apply(Break.mood(bank, word, "duplicate"), twice()));
    return cells;
  }

  private String twice() {
    return plain.replaceFirst("\\b" + word + "\\b", word + " " + word);
  }
}
