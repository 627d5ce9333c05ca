package vn.dvc.pay.reconciliation.statement.reader;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;
import vn.dvc.pay.reconciliation.statement.contents.AccountStatement;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;
import vn.dvc.pay.reconciliation.statement.contents.StatementSink;
import vn.dvc.pay.time.VietnamTime;

/**
 * Reads a file of statements (ISO 20022 camt.053.001.08, or another version between 02 and 13) as a
 * stream, however long. It uses what we need and reads over the rest: docs/statements.md.
 */
@Component
public class StatementReader {
  private static final int MAX_MESSAGE = 35;
  private static final int MAX_ACCOUNT = 34;
  private static final WantedTexts HEAD =
      WantedTexts.of(
          "GrpHdr/MsgId",
          "GrpHdr/MsgPgntn/PgNb",
          "GrpHdr/MsgPgntn/LastPgInd",
          "StmtPgntn/PgNb",
          "StmtPgntn/LastPgInd",
          "FrToDt/FrDtTm",
          "FrToDt/ToDtTm",
          "Acct/Id/IBAN",
          "Acct/Id/Othr/Id",
          "Acct/Ccy",
          "Acct/Svcr/FinInstnId/ClrSysMmbId/MmbId",
          "TxsSummry/TtlNtries/NbOfNtries",
          "TxsSummry/TtlCdtNtries/NbOfNtries",
          "TxsSummry/TtlCdtNtries/Sum",
          "TxsSummry/TtlDbtNtries/NbOfNtries",
          "TxsSummry/TtlDbtNtries/Sum");

  /**
   * @param sink receives statements and lines in the order of the file
   * @throws StatementRefused statement-not-camt053, statement-cut-off, statement-malformed,
   *     statement-pages-missing, or whatever the sink objects to. The caller must then discard the
   *     lines already read.
   */
  public void read(InputStream file, StatementSink sink) throws StatementRefused {
    var at = new XmlCursor(file);
    at.enterDocument();
    var entries = new EntryReader(at, sink);
    var group = new Fields(HEAD);
    while (at.nextChild()) {
      if (!at.name().equals("BkToCstmrStmt")) {
        at.skip();
        continue;
      }
      while (at.nextChild()) {
        switch (at.name()) {
          case "GrpHdr" -> requireWhole(group.take(at));
          case "Stmt" -> statement(at, sink, entries, message(group));
          default -> at.skip();
        }
      }
    }
    at.finish();
    message(group);
  }

  private static void statement(
      XmlCursor at, StatementSink sink, EntryReader entries, String message)
      throws StatementRefused {
    var head = new Fields(HEAD);
    var balances = new Balances();
    AccountStatement statement = null;
    var wanted = false;
    while (at.nextChild()) {
      switch (at.name()) {
        case "Ntry" -> {
          if (statement == null) {
            statement = statement(message, head, balances);
            wanted = sink.begins(statement);
            entries.begin(statement);
          }
          if (wanted) {
            entries.read();
          } else {
            at.skip();
          }
        }
        case "Bal" -> balances.take(at);
        case "StmtPgntn", "FrToDt", "Acct", "TxsSummry" -> head.take(at);
        default -> at.skip();
      }
    }
    if (statement == null) {
      statement = statement(message, head, balances);
      wanted = sink.begins(statement);
      entries.begin(statement);
    }
    if (wanted) {
      sink.ends(statement, entries.totals());
    }
  }

  private static AccountStatement statement(String message, Fields head, Balances balances)
      throws StatementRefused {
    var closing = balances.closingDay();
    return new AccountStatement(
        message,
        required(head, MAX_ACCOUNT, "Acct/Id/IBAN", "Acct/Id/Othr/Id"),
        head.first("Acct/Ccy"),
        head.first("Acct/Svcr/FinInstnId/ClrSysMmbId/MmbId"),
        moment(head, "FrToDt/FrDtTm", closing == null ? null : startOf(closing)),
        moment(head, "FrToDt/ToDtTm", closing == null ? null : startOf(closing.plusDays(1))),
        balances.opening(),
        balances.closing(),
        new AccountStatement.Promise(number(head, "TxsSummry/TtlNtries/NbOfNtries"), null),
        promise(head, "TxsSummry/TtlCdtNtries"),
        promise(head, "TxsSummry/TtlDbtNtries"),
        page(head, "StmtPgntn"));
  }

  /** A file that is one of several pages does not tell the whole day. */
  private static void requireWhole(Fields group) throws StatementRefused {
    var page = page(group, "GrpHdr/MsgPgntn");
    if (page != null && !(page.number() == 1 && page.isLast())) {
      throw new StatementRefused("statement-pages-missing", "a page of a message");
    }
  }

  private static AccountStatement.Page page(Fields head, String name) throws StatementRefused {
    var number = head.first(name + "/PgNb");
    if (number == null) {
      return null;
    }
    if (!number.matches("[0-9]{1,5}")) {
      throw new StatementRefused("statement-malformed", name);
    }
    var last = head.first(name + "/LastPgInd");
    return new AccountStatement.Page(
        Integer.parseInt(number), "true".equals(last) || "1".equals(last));
  }

  private static AccountStatement.Promise promise(Fields head, String name)
      throws StatementRefused {
    return new AccountStatement.Promise(
        number(head, name + "/NbOfNtries"), number(head, name + "/Sum"));
  }

  private static BigDecimal number(Fields head, String path) throws StatementRefused {
    var text = head.first(path);
    var number = Amounts.number(text);
    if (text != null && number == null) {
      throw new StatementRefused("statement-malformed", path);
    }
    return number;
  }

  private static OffsetDateTime moment(Fields head, String path, OffsetDateTime otherwise)
      throws StatementRefused {
    try {
      return head.first(path) == null ? otherwise : Moments.read(head.first(path));
    } catch (DateTimeException none) {
      throw new StatementRefused("statement-malformed", path);
    }
  }

  private static OffsetDateTime startOf(LocalDate day) {
    return day.atStartOfDay(VietnamTime.ZONE).toOffsetDateTime();
  }

  private static String message(Fields group) throws StatementRefused {
    return required(group, MAX_MESSAGE, "GrpHdr/MsgId");
  }

  private static String required(Fields fields, int atMost, String... paths)
      throws StatementRefused {
    var found = fields.firstOf(paths);
    if (found == null || found.length() > atMost) {
      throw new StatementRefused("statement-malformed", paths[0]);
    }
    return found;
  }
}
