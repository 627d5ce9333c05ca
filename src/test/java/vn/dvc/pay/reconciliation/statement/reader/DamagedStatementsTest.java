package vn.dvc.pay.reconciliation.statement.reader;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;
import vn.dvc.pay.testing.Fuzz;

@Tag("fast")
class DamagedStatementsTest {

  @Test
  void statementIsReadOrRefusedByName() {
    Fuzz.damage(
        "statements",
        Fuzz.files(Path.of("src/test/resources/statements"), ".xml"),
        file -> new StatementReader().read(new ByteArrayInputStream(file), new RecordingSink()),
        StatementRefused.class);
  }
}
