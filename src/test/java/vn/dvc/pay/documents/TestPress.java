package vn.dvc.pay.documents;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The press without the program around it: what a paper looks like, not where it is kept. */
public final class TestPress {
  private static final PaperSettings ISSUER =
      new PaperSettings("UBND TỈNH QUẢNG NAM", "CỔNG DỊCH VỤ CÔNG TRỰC TUYẾN", "Quảng Nam", true);

  private final Press press = new Press(new PaperFont());
  private final Templates templates = new Templates();
  private final Sheets sheets = new Sheets(ISSUER);

  public byte[] print(PaperKind kind, PaperContent content) {
    return press.print(templates.of(kind), sheets.of(content));
  }

  /** Every text of the content that this template asks for. */
  Set<String> texts(String template, PaperContent content) {
    var sheet = sheets.of(content);
    var texts = new TreeSet<String>();
    take("$P{", template, sheet.parameters(), texts);
    sheet.rows().forEach(row -> take("$F{", template, row, texts));
    return texts;
  }

  private static void take(String sign, String template, Map<String, ?> values, Set<String> texts) {
    values.forEach(
        (name, value) -> {
          if (value instanceof String text && template.contains(sign + name + "}")) {
            texts.add(text);
          }
        });
  }

  byte[] print(Template template, PaperContent content) {
    return press.print(template, sheets.of(content));
  }
}
