package vn.dvc.pay.documents;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (RFC 4180) that is safe to open in a spreadsheet: a cell that could be taken for a
 * formula gets a leading apostrophe.
 */
public final class CsvWriter {
  /** Excel recognises UTF-8 only by this byte-order mark. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

  public CsvWriter row(@Nullable Object... cells) {
    text.append(Arrays.stream(cells).map(CsvWriter::cell).collect(Collectors.joining(",")))
        .append("\r\n");
    return this;
  }

  public String text() {
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
