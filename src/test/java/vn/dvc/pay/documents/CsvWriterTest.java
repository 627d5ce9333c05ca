package vn.dvc.pay.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class CsvWriterTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
  void aCellThatASpreadsheetWouldExecuteIsEscaped(String cell) {
    assertThat(new CsvWriter().row(cell).text().substring(1).replace("\"", ""))
        .startsWith("'" + cell);
  }

  @Test
  void quotesCommasAndLinesStayInTheirCell() {
    assertThat(new CsvWriter().row("a,b", "c\"d", "e\nf", null, 5).text())
        .isEqualTo("\uFEFF\"a,b\",\"c\"\"d\",\"e\nf\",,5\r\n");
  }
}
