package vn.dvc.pay.documents.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.dvc.pay.documents.DocumentContent;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.documents.Support;
import vn.dvc.pay.documents.content.DocumentSettings;
import vn.dvc.pay.documents.content.ReportDataMapper;

/** The renderer without the program around it: how a document looks, not where it is stored. */
public final class TestRenderer {
  private static final DocumentSettings ISSUER =
      new DocumentSettings(
          "UBND TỈNH QUẢNG NAM",
          "CỔNG DỊCH VỤ CÔNG TRỰC TUYẾN",
          "Quảng Nam",
          "https://pay.example.vn/check",
          true);

  private static final Support SUPPORT =
      new Support("0235 000 0000", "ho-tro@example.vn", "7:30–17:00 ngày làm việc");

  private final PdfRenderer press = new PdfRenderer(new DocumentFont());
  private final ReportTemplates templates = new ReportTemplates();
  private final ReportDataMapper sheets = new ReportDataMapper(ISSUER, SUPPORT);

  public byte[] print(DocumentKind kind, DocumentContent content) {
    return print(kind, DocumentLanguage.VIETNAMESE, content);
  }

  public byte[] print(DocumentKind kind, DocumentLanguage language, DocumentContent content) {
    return press.print(templates.of(kind), language, sheets.of(content, language));
  }

  /** The template as its analysts edit it. */
  static String template(DocumentKind kind) throws IOException {
    return Files.readString(Path.of("reports", kind.template() + ".jrxml"));
  }

  /** The names of the parameters that the content has a value for. */
  Set<String> given(DocumentLanguage language, DocumentContent content) {
    var given = new TreeSet<String>();
    sheets
        .of(content, language)
        .parameters()
        .forEach(
            (name, value) -> {
              if (value != null) {
                given.add(name);
              }
            });
    return given;
  }

  /** The texts of the content that this template uses. */
  Set<String> texts(String template, DocumentLanguage language, DocumentContent content) {
    var sheet = sheets.of(content, language);
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

  byte[] print(ReportTemplate template, DocumentContent content) {
    var language = DocumentLanguage.VIETNAMESE;
    return press.print(template, language, sheets.of(content, language));
  }
}
