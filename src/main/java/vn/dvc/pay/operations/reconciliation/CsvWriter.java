package vn.dvc.pay.operations.reconciliation;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes rows that spreadsheets open (RFC 4180) and do not obey: a cell that they would take for a
 * formula begins with an apostrophe.
 */
final class CsvWriter {
  /** Excel takes a file for UTF-8 only when it begins so. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

  CsvWriter row(Object... cells) {
    text.append(Arrays.stream(cells).map(CsvWriter::cell).collect(Collectors.joining(",")))
        .append("\r\n");
    return this;
  }

  String text() {
    return text.toString();
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    var cell = value.toString();
    if (!cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0) {
      cell = "'" + cell;
    }
    return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
