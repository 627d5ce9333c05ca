package vn.dvc.pay.reconciliation.statement.reader;

import vn.dvc.pay.reconciliation.statement.contents.AccountStatement;
import vn.dvc.pay.reconciliation.statement.contents.ControlTotals;
import vn.dvc.pay.reconciliation.statement.contents.StatementLine;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;
import vn.dvc.pay.reconciliation.statement.contents.StatementSink;

/**
 * Reads the entries of a statement: each is one movement, or a batch of several, which are lines of
 * their own.
 */
final class EntryReader {
  private final XmlCursor at;
  private final StatementSink sink;
  private AccountStatement statement;
  private ControlTotals totals;
  private int number;

  EntryReader(XmlCursor at, StatementSink sink) {
    this.at = at;
    this.sink = sink;
  }

  void begin(AccountStatement next) {
    statement = next;
    totals = new ControlTotals();
  }

  ControlTotals totals() {
    return totals;
  }

  /** Reads the current entry; its details one at a time, however many there are. */
  void read() throws StatementRefused {
    var entry = new Fields(Booking.WANTED);
    Details first = null;
    Batch batch = null;
    while (at.nextChild()) {
      if (!at.name().equals("NtryDtls")) {
        entry.take(at);
        continue;
      }
      while (at.nextChild()) {
        if (!at.name().equals("TxDtls")) {
          entry.take(at);
        } else if (first == null) {
          first = Details.take(at);
        } else {
          if (batch == null) {
            batch = new Batch(new Booking(entry, statement));
            tell(batch.line(++number, first));
          }
          tell(batch.line(++number, Details.take(at)));
        }
      }
    }
    end(new Booking(entry, statement), first, batch);
  }

  private void end(Booking booking, Details only, Batch batch) {
    if (booking.amount() == null || booking.isCredit() == null) {
      totals.addUnknown();
    } else {
      totals.add(booking.amount(), booking.isCredit(), booking.isBooked());
    }
    if (batch == null) {
      tell(booking.line(++number, only));
    } else if (batch.objection() != null) {
      tell(new StatementLine.Unreadable(++number, booking.name(), batch.objection()));
    }
  }

  private void tell(StatementLine line) {
    if (line != null) {
      sink.line(line);
    }
  }
}
