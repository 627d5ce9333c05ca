package vn.dvc.pay.documents.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;
import static vn.dvc.pay.documents.SampleDocuments.NGUYEN_VAN_A;
import static vn.dvc.pay.documents.SampleDocuments.lines;
import static vn.dvc.pay.documents.SampleDocuments.summary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvc.pay.documents.DocumentContent;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.documents.PdfListener;
import vn.dvc.pay.documents.SampleDocuments;

/** The documents as a screen reader reads them; veraPDF judges their form in another test. */
@Tag("fast")
class HeardDocumentsTest {
  private static final TestRenderer PRESS = new TestRenderer();

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void isHeardAsInTheGoldenFile(DocumentKind kind) throws IOException {
    isHeard(kind, DocumentLanguage.VIETNAMESE, "heard/");
  }

  @ParameterizedTest
  @EnumSource(value = DocumentKind.class, mode = EXCLUDE, names = "RECONCILIATION_REPORT")
  void isHeardInEnglishAndItsVietnameseNamesInVietnamese(DocumentKind kind) throws IOException {
    isHeard(kind, DocumentLanguage.ENGLISH, "english/heard/");
  }

  private static void isHeard(DocumentKind kind, DocumentLanguage language, String folder)
      throws IOException {
    var heard =
        PdfListener.hear(PRESS.print(kind, language, SampleDocuments.of(kind)))
            .replaceAll("@[0-9a-f]{8}", "@version");
    var golden = Path.of("src/test/resources/golden/" + folder + kind.template() + ".txt");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, heard);
    }

    assertThat(heard).isEqualTo(Files.readString(golden));
  }

  @Test
  void aTableOfManyPagesIsOneTableWhoseHeaderIsHeardOnce() {
    var heard = heard(summary(NGUYEN_VAN_A, lines(60)));

    assertThat(heard).containsOnlyOnce("Table").containsOnlyOnce("Mã hồ sơ");
    assertThat(heard.lines().filter(line -> line.strip().equals("TR"))).hasSize(62);
  }

  @Test
  void theFootnoteIsHeardOnceAtTheEndAndPageNumbersNever() {
    var heard = heard(summary(NGUYEN_VAN_A, lines(60)));

    assertThat(heard).containsOnlyOnce("không thay thế biên lai").doesNotContain("Trang");
    assertThat(heard.lines().reduce("", (first, last) -> last)).contains("Note: Mẫu");
  }

  @Test
  void theLastWordOfALineIsHeardApartFromTheNext() {
    var heard = heard(summary(NGUYEN_VAN_A, lines(2)));

    assertThat(heard).contains(lines(2).get(1).feeName() + " (LP02)");
  }

  @Test
  void aCancelledPaperSaysSoInBothLanguages() {
    var heard =
        PdfListener.hear(
            PRESS.print(DocumentKind.PAYMENT_SUMMARY, summary(NGUYEN_VAN_A, lines(3, 3))));

    assertThat(heard).contains("P: ĐÃ HỦY", "P (en): CANCELLED");
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void aReaderIsToldTitleAndLanguage(DocumentKind kind) throws IOException {
    try (var document = Loader.loadPDF(PRESS.print(kind, SampleDocuments.of(kind)))) {
      var catalog = document.getDocumentCatalog();

      assertThat(document.getDocumentInformation().getTitle()).isNotBlank();
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(catalog.getLanguage()).isEqualTo("vi");
      assertThat(catalog.getMarkInfo().isMarked()).isTrue();
    }
  }

  @Test
  void aTemplateWhoseTagsCrossIsNamed() throws IOException {
    var template = Files.readString(Path.of("reports/payment-summary.jrxml"));
    var crossed =
        template.replace(
            "pdf.tag.td\" value=\"full\"/><property name=\"net.sf.jasperreports.export.pdf.tag.tr\"",
            "pdf.tag.td\" value=\"start\"/><property name=\"net.sf.jasperreports.export.pdf.tag.tr\"");
    assertThat(crossed).isNotEqualTo(template);
    var compiled = ReportTemplates.compile("crossed", crossed.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> PRESS.print(compiled, summary(NGUYEN_VAN_A, lines(1))))
        .hasMessageContaining("crossed")
        .hasStackTraceContaining("TR ends where");
  }

  /** The next one tags nothing, or needs what is not on Maven Central (ADR 0006). */
  @Test
  void theLastModuleThatTagsIsHeld() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .as("docs/adr/0006-papers.md says why")
        .contains("<jasperreports-pdf.version>7.0.6<");
  }

  private static String heard(DocumentContent content) {
    return PdfListener.hear(PRESS.print(DocumentKind.PAYMENT_SUMMARY, content));
  }
}
