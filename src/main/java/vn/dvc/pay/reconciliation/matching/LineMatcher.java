package vn.dvc.pay.reconciliation.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.reconciliation.difference.Finding;

/**
 * Classifies some lines of a statement. It depends only on its arguments, so the same file and the
 * same records always give the same result.
 */
final class LineMatcher {
  private final LocalDate day;
  private final Map<String, Movement> ours;
  private final List<Booked> earlier;
  private final List<Booked> later;
  private final Instant youngSince;
  private final Map<String, Bookings> bookings = new HashMap<>();

  /**
   * @param earlier what the bank stated before these lines under the same references
   * @param later what it stated after them
   * @param youngSince bookings after this moment may not have reached our records yet
   */
  LineMatcher(
      LocalDate day,
      Map<String, Movement> ours,
      List<Booked> earlier,
      List<Booked> later,
      Instant youngSince) {
    this.day = day;
    this.ours = ours;
    this.earlier = earlier;
    this.later = later;
    this.youngSince = youngSince;
  }

  List<Classified> match(List<Line> lines) {
    earlier.forEach(this::count);
    lines.stream().filter(it -> it.unreadable() == null).map(Line::booking).forEach(this::count);
    later.forEach(this::count);
    earlier.forEach(this::remember);
    return lines.stream().map(this::match).toList();
  }

  private Classified match(Line line) {
    if (line.unreadable() != null) {
      var key = day + "/" + line.entryRef() + "/" + line.number();
      return different(line, line.asUnreadable(key));
    }
    return isReversal(line.booking()) ? reversal(line) : booking(line);
  }

  private Classified booking(Line line) {
    var stated = of(line.booking());
    var before = stated.before();
    var count = stated.standingBefore();
    var isTakenBack = stated.book(line.booking());
    var known = inDirection(line.reference(), line.credit());
    if (isTakenBack && (stated.anyRemains() || !isInDoubt(known))) {
      return new Classified(line, LineClass.MATCHED, known == null ? null : known.payment(), null);
    }
    if (count > 0) {
      var key = line.reference() + "#" + (before.size() + 1);
      var finding = line.asDifference(LineClass.DUPLICATE, key, known, false);
      return different(
          line,
          finding.repeating(before.get(0).bankRef(), line.booking().isAnotherThan(before.get(0))));
    }
    if (known == null || known.fate() != Movement.Fate.MOVED) {
      return different(
          line,
          line.asDifference(LineClass.BANK_ONLY, line.reference(), known, maySettle(line, known)));
    }
    if (known.amount().dong() != line.amount()) {
      return different(
          line, line.asDifference(LineClass.AMOUNT_DIFFERS, line.reference(), known, false));
    }
    return new Classified(line, LineClass.MATCHED, known.payment(), null);
  }

  /**
   * The bank took back a booking of its own. That agrees with our records if another booking
   * remains or if we have no money from it; otherwise money that we count on is gone.
   */
  private Classified reversal(Line line) {
    var stated = of(line.booking());
    var number = stated.reverse(line.booking());
    var known = inDirection(line.reference(), !line.credit());
    var hasMoney = known != null && known.fate() == Movement.Fate.MOVED;
    if (number > 0 && (stated.anyRemains() || !hasMoney && !isInDoubt(known))) {
      return new Classified(line, LineClass.MATCHED, known == null ? null : known.payment(), null);
    }
    var key = line.reference() + "#back" + (number > 0 ? number : "-" + line.number());
    return different(
        line, line.asDifference(LineClass.BANK_ONLY, key, known, maySettle(line, known)));
  }

  private boolean maySettle(Line line, @Nullable Movement known) {
    return isInDoubt(known) || line.bookedAt().isAfter(youngSince);
  }

  private static boolean isInDoubt(@Nullable Movement known) {
    return known != null && known.fate() == Movement.Fate.IN_DOUBT;
  }

  /** A reversal that we asked for has a reference of its own and is a booking like others. */
  private boolean isReversal(Booked it) {
    return it.takesBack() && inDirection(it.reference(), it.credit()) == null;
  }

  /** A credit matches only a credit, a debit only a debit. */
  private @Nullable Movement inDirection(String reference, boolean credit) {
    var known = ours.get(reference);
    return known != null && known.kind().isCredit() == credit ? known : null;
  }

  private void count(Booked it) {
    of(it).count(it, isReversal(it));
  }

  private void remember(Booked it) {
    if (isReversal(it)) {
      of(it).reverse(it);
    } else {
      of(it).book(it);
    }
  }

  /** A reversal belongs to the bookings in the other direction. */
  private Bookings of(Booked it) {
    var credit = it.credit() != isReversal(it);
    return bookings.computeIfAbsent((credit ? "+" : "-") + it.reference(), none -> new Bookings());
  }

  private static Classified different(Line line, Finding finding) {
    return new Classified(line, finding.kind(), finding.payment(), finding);
  }

  /**
   * @param finding null for a line that matches
   */
  record Classified(
      Line line, LineClass kind, @Nullable String payment, @Nullable Finding finding) {

    /** The same of this line. */
    Classified of(Line told) {
      return new Classified(told, kind, payment, finding);
    }

    boolean isNew() {
      return !line.isKnownAs(kind, payment);
    }
  }
}
