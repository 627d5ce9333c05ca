package vn.dvc.pay.documents.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dvc.pay.documents.SampleDocuments.NGUYEN_VAN_A;
import static vn.dvc.pay.documents.SampleDocuments.lines;
import static vn.dvc.pay.documents.SampleDocuments.summary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.documents.PdfReader;
import vn.dvc.pay.documents.SampleDocuments;

/** Templates, which analysts may replace. */
@Tag("fast")
class PaperTemplatesTest {
  private static final TestRenderer PRESS = new TestRenderer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\" + Runtime.getRuntime().availableProcessors()",
        "\"\" + new java.io.File(\"/etc/passwd\").length()",
        "System.getProperty(\"user.home\")",
        "Class.forName(\"java.lang.Runtime\").getName()"
      })
  void aTemplateHasNoAccessBeyondItsReport(String expression) throws IOException {
    var text =
        TestRenderer.template(DocumentKind.PAYMENT_SUMMARY)
            .replace("$P{payerNameLabel} + \":\"", expression);
    assertThat(text).contains(expression);

    assertThatThrownBy(
            () ->
                PRESS.print(
                    ReportTemplates.compile("evil", text.getBytes(StandardCharsets.UTF_8)),
                    summary(NGUYEN_VAN_A, lines(1))))
        .hasStackTraceContaining("not visible to reports");
  }

  /** Java changes how it calls a template's constructor after a number of calls. */
  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void theFortiethDocumentIsPrintedLikeTheFirst(DocumentKind kind) {
    var first = new PdfReader(PRESS.print(kind, SampleDocuments.of(kind))).text();
    for (var paper = 2; paper < 40; paper++) {
      PRESS.print(kind, SampleDocuments.of(kind));
    }

    assertThat(new PdfReader(PRESS.print(kind, SampleDocuments.of(kind))).text()).isEqualTo(first);
  }

  @Test
  void anUnusableTemplateIsNamedWithItsFault() throws IOException {
    var text =
        TestRenderer.template(DocumentKind.PAYMENT_SUMMARY)
            .replace("$P{payerNameLabel}", "$P{payersName}");

    assertThatThrownBy(
            () -> ReportTemplates.compile("broken", text.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("reports/broken.jrxml")
        .hasMessageContaining("payersName");
  }
}
