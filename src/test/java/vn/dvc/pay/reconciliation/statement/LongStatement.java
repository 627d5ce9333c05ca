package vn.dvc.pay.reconciliation.statement;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dvc.pay.reconciliation.statement.contents.StatementLine;
import vn.dvc.pay.reconciliation.statement.contents.StatementRefused;
import vn.dvc.pay.reconciliation.statement.reader.StatementReader;
import vn.dvc.pay.values.AttemptRef;

/** A statement of any number of entries, generated while it is read. */
public record LongStatement(int entries) {
  private static final int AMOUNT = 120_000;

  /** The attempt that an entry refers to. */
  public static AttemptRef attempt(int entry) {
    return new AttemptRef(new UUID(0x0f8fad5bd9cb469fL, 0xa165708677000000L + entry));
  }

  public InputStream file() {
    return new SequenceInputStream(
        new Enumeration<>() {
          private int part = -1;

          @Override
          public boolean hasMoreElements() {
            return part <= entries;
          }

          @Override
          public InputStream nextElement() {
            return new ByteArrayInputStream(part(part++).getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  /** Reads it and stores its lines, as an import does. */
  public StatementHead store(UUID statement, JdbcTemplate jdbc) throws StatementRefused {
    try (var writer = new StatementLineRepository(jdbc).writer(statement)) {
      var ours = ours(writer::add);
      new StatementReader().read(file(), ours);
      writer.finish();
      return ours.head();
    }
  }

  /** Reads it only. */
  public StatementHead read() throws StatementRefused {
    var ours = ours((account, line) -> {});
    new StatementReader().read(file(), ours);
    return ours.head();
  }

  private static OwnStatements ours(BiConsumer<String, StatementLine> lines) {
    return new OwnStatements(StatementFile.BANK, Set.of(), StatementFile.DAY, lines);
  }

  private String part(int number) {
    if (number < 0) {
      return head();
    }
    return number == entries ? "</Stmt></BkToCstmrStmt></Document>" : entry(number);
  }

  private String head() {
    var text = StatementText.ofOneDay().text();
    var sum = (long) AMOUNT * entries;
    return text.substring(0, text.indexOf("</Stmt>"))
        .replaceFirst("<NbOfNtries>0<", "<NbOfNtries>" + entries + "<")
        .replaceFirst("<Sum>0<", "<Sum>" + sum + "<")
        .replaceFirst("(?s)(CLBD.*?)>1000000<", "$1>" + (1_000_000 + sum) + "<");
  }

  /** Put together by hand: what a formatter takes would count as reading. */
  private static String entry(int number) {
    var text = Integer.toString(number);
    return """
        <Ntry><NtryRef>970415-"""
        + text
        + "</NtryRef><Amt Ccy=\"VND\">"
        + AMOUNT
        + """
        </Amt><CdtDbtInd>CRDT</CdtDbtInd>\
        <Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2026-11-24T10:00:00.000+07:00</DtTm></BookgDt>\
        <AcctSvcrRef>FT"""
        + "0".repeat(14 - text.length())
        + text
        + """
        </AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd>\
        <SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>"""
        + attempt(number).compact()
        + """
        </EndToEndId></Refs><RmtInf><Ustrd>NOP LE PHI DICH VU CONG</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
        """;
  }
}
