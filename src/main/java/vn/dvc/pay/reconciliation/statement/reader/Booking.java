package vn.dvc.pay.reconciliation.statement.reader;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dvc.pay.reconciliation.statement.contents.AccountStatement;
import vn.dvc.pay.reconciliation.statement.contents.StatementLine;
import vn.dvc.pay.time.VietnamTime;

/** What an entry says about the booking as a whole. */
final class Booking {
  static final WantedTexts WANTED =
      WantedTexts.of(
          "NtryRef",
          "Amt",
          "Amt@Ccy",
          "CdtDbtInd",
          "RvslInd",
          "Sts",
          "Sts/Cd",
          "BookgDt/Dt",
          "BookgDt/DtTm",
          "ValDt/Dt",
          "ValDt/DtTm",
          "AcctSvcrRef",
          "Btch/NbOfTxs",
          "AddtlNtryInf");
  private static final List<String> ANNOUNCED = List.of("PDNG", "INFO", "FUTR");
  private static final int MAX_NAME = 35;
  private static final int MAX_REFERENCE = 64;

  private final Fields entry;
  private final @Nullable BigDecimal amount;
  private final @Nullable Instant bookedAt;

  Booking(Fields entry, AccountStatement statement) {
    this.entry = entry;
    this.amount = Amounts.amount(entry.first("Amt"));
    this.bookedAt = bookedAt(entry, statement);
  }

  /** Null if it cannot be read. */
  @Nullable BigDecimal amount() {
    return amount;
  }

  /** Null if it cannot be read. */
  @Nullable Boolean isCredit() {
    return Amounts.isCredit(entry.first("CdtDbtInd"));
  }

  /** Whether it moved money; otherwise it only announces that. */
  boolean isBooked() {
    return !ANNOUNCED.contains(String.valueOf(status()));
  }

  /** The statement's own name of the entry, null if it has none. */
  @Nullable String name() {
    return cut(entry.first("NtryRef"));
  }

  /** Why no line of this entry can be read, null if nothing is in the way. */
  @Nullable String objection() {
    if (!"BOOK".equals(status())) {
      return "status-unknown";
    }
    if (isCredit() == null) {
      return "direction-unreadable";
    }
    return bookedAt == null ? "time-unreadable" : Amounts.objection(amount, entry.first("Amt@Ccy"));
  }

  /** The only movement of this entry; null if it moves no money. */
  @Nullable StatementLine line(int number, Details details) {
    if (!isBooked() || isZero(amount)) {
      return null;
    }
    var objection = objection();
    if (objection == null && details == null && isBatch()) {
      objection = "batch-without-details";
    }
    if (objection != null) {
      return new StatementLine.Unreadable(number, name(), objection);
    }
    var told = details == null ? Details.none() : details;
    var ofBank = told.bankReference() == null ? entry.first("AcctSvcrRef") : told.bankReference();
    return line(number, name(), told, ofBank, amount, isCredit());
  }

  /** A movement under the reference that both banks know, or else the bank's own. */
  StatementLine line(
      int number, String name, Details told, String ofBank, BigDecimal amount, boolean credit) {
    var reference = told.endToEndId() == null ? ofBank : told.endToEndId();
    if (reference == null || reference.length() > MAX_REFERENCE) {
      var why = reference == null ? "reference-missing" : "reference-too-long";
      return new StatementLine.Unreadable(number, name, why);
    }
    return new StatementLine.Entry(
        number,
        name,
        cut(ofBank),
        reference,
        amount.longValueExact(),
        credit,
        takesBack(),
        bookedAt,
        told.text(entry.first("AddtlNtryInf")));
  }

  static boolean isZero(BigDecimal amount) {
    return amount != null && amount.signum() == 0;
  }

  private boolean takesBack() {
    return List.of("true", "1").contains(String.valueOf(entry.first("RvslInd")));
  }

  /**
   * The moment of the booking; where only its day is known, the beginning of that. Null if it
   * cannot be read.
   */
  private static @Nullable Instant bookedAt(Fields entry, AccountStatement statement) {
    var kind = entry.firstOf("BookgDt/DtTm", "BookgDt/Dt") == null ? "ValDt" : "BookgDt";
    var moment = entry.first(kind + "/DtTm");
    var day = entry.first(kind + "/Dt");
    try {
      if (moment != null) {
        return Moments.read(moment).toInstant();
      }
      if (day != null) {
        return VietnamTime.startOf(Moments.day(day));
      }
    } catch (DateTimeException unreadable) {
      return null;
    }
    return statement.from() == null ? null : statement.from().toInstant();
  }

  private boolean isBatch() {
    var transactions = Amounts.number(entry.first("Btch/NbOfTxs"));
    return transactions != null && transactions.compareTo(BigDecimal.ONE) > 0;
  }

  /** In version 02 the code itself, later an element of it. */
  private String status() {
    return entry.firstOf("Sts/Cd", "Sts");
  }

  private static String cut(String name) {
    return name == null || name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
  }
}
