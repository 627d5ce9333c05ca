package vn.dvc.pay.reconciliation.statement.reader;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;
import vn.dvc.pay.time.VietnamTime;

/**
 * The balances of a statement. We use the booked ones: the opening balance (OPBD, or PRCD, the
 * closing balance of the day before) and the closing balance (CLBD); a page begins or ends with an
 * interim balance (ITBD).
 */
final class Balances {
  private static final int MAX = 50;
  private static final WantedTexts WANTED =
      WantedTexts.of("Bal/Tp/CdOrPrtry/Cd", "Bal/Amt", "Bal/CdtDbtInd", "Bal/Dt/Dt", "Bal/Dt/DtTm");

  private final List<Fields> all = new ArrayList<>();

  void take(XmlCursor at) throws StatementRefused {
    var balance = new Fields(WANTED).take(at);
    if (all.size() < MAX) {
      all.add(balance);
    }
  }

  /** Null if the bank names none. */
  @Nullable BigDecimal opening() throws StatementRefused {
    var opening = first("OPBD", "PRCD");
    return amount(opening != null ? opening : interim(0));
  }

  /** Null if the bank names none. */
  @Nullable BigDecimal closing() throws StatementRefused {
    return amount(last());
  }

  /** The day of the closing balance, of a page that of its interim one; null if there is none. */
  @Nullable LocalDate closingDay() throws StatementRefused {
    var closing = last() == null ? interim(0) : last();
    if (closing == null) {
      return null;
    }
    try {
      var day = closing.first("Bal/Dt/Dt");
      var moment = closing.first("Bal/Dt/DtTm");
      return day != null
          ? Moments.day(day)
          : moment == null ? null : VietnamTime.dayOf(Moments.read(moment).toInstant());
    } catch (DateTimeException none) {
      throw new StatementRefused("statement-malformed", "Bal/Dt");
    }
  }

  private Fields first(String... kinds) {
    for (var kind : kinds) {
      for (var each : all) {
        if (kind.equals(each.first("Bal/Tp/CdOrPrtry/Cd"))) {
          return each;
        }
      }
    }
    return null;
  }

  private Fields last() {
    var closing = first("CLBD");
    return closing != null ? closing : interim(first("OPBD", "PRCD") == null ? 1 : 0);
  }

  private Fields interim(int position) {
    var interim =
        all.stream().filter(it -> "ITBD".equals(it.first("Bal/Tp/CdOrPrtry/Cd"))).toList();
    return position < interim.size() ? interim.get(position) : null;
  }

  private static BigDecimal amount(Fields balance) throws StatementRefused {
    if (balance == null) {
      return null;
    }
    var amount = Amounts.amount(balance.first("Bal/Amt"));
    if (amount == null) {
      throw new StatementRefused("statement-malformed", "Bal/Amt");
    }
    return "DBIT".equals(balance.first("Bal/CdtDbtInd")) ? amount.negate() : amount;
  }
}
