package vn.dvc.pay.reconciliation.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.dvc.pay.payment.Movement;
import vn.dvc.pay.reconciliation.LineClass;

/**
 * Classifies each line. It depends only on its arguments, so the same file and the same records
 * always give the same result.
 */
final class LineMatcher {
  private final LocalDate day;
  private final Map<String, Movement> ours;
  private final Instant youngSince;
  private final Map<String, List<Booked>> booked = new HashMap<>();

  /**
   * @param earlier bookings of the same references in earlier statements of the bank
   * @param youngSince bookings after this moment may not have reached our records yet
   */
  LineMatcher(LocalDate day, Map<String, Movement> ours, List<Booked> earlier, Instant youngSince) {
    this.day = day;
    this.ours = ours;
    this.youngSince = youngSince;
    earlier.forEach(this::remember);
  }

  List<Classified> classify(List<Line> lines) {
    return lines.stream().map(this::classify).toList();
  }

  private Classified classify(Line line) {
    if (line.unreadable() != null) {
      var key = day + "/" + line.entryRef() + "/" + line.number();
      return different(line, Finding.unreadable(key, line));
    }
    var before = bookings(line.reference(), line.credit());
    var known = sameWay(line);
    var now = new Booked(line.reference(), line.credit(), line.entryRef(), line.bankRef());
    var count = before.size();
    remember(now);
    if (count > 0) {
      var key = line.reference() + "#" + (count + 1);
      var finding = Finding.atBank(LineClass.DUPLICATE, key, line, known, false);
      return different(line, finding.repeating(before.get(0), line.entryRef()));
    }
    if (known == null || known.fate() != Movement.Fate.MOVED) {
      var pending =
          known != null && known.fate() == Movement.Fate.IN_DOUBT
              || line.bookedAt().isAfter(youngSince);
      return different(
          line, Finding.atBank(LineClass.BANK_ONLY, line.reference(), line, known, pending));
    }
    if (known.amount().dong() != line.amount()) {
      return different(
          line, Finding.atBank(LineClass.AMOUNT_DIFFERS, line.reference(), line, known, false));
    }
    return new Classified(line, LineClass.MATCHED, known.payment(), null);
  }

  /** A credit matches only a credit, a debit only a debit. */
  private Movement sameWay(Line line) {
    var known = ours.get(line.reference());
    return known != null && known.kind().isCredit() == line.credit() ? known : null;
  }

  private void remember(Booked booking) {
    bookings(booking.reference(), booking.credit()).add(booking);
  }

  private List<Booked> bookings(String reference, boolean credit) {
    return booked.computeIfAbsent((credit ? "+" : "-") + reference, none -> new ArrayList<>());
  }

  private static Classified different(Line line, Finding finding) {
    return new Classified(line, finding.kind(), finding.payment(), finding);
  }

  /**
   * @param finding null for a line that matches
   */
  record Classified(Line line, LineClass kind, String payment, Finding finding) {}
}
