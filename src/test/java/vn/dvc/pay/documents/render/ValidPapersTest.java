package vn.dvc.pay.documents.render;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.documents.DocumentLanguage.ENGLISH;
import static vn.dvc.pay.documents.DocumentLanguage.VIETNAMESE;
import static vn.dvc.pay.documents.SampleDocuments.LONG_NAME;
import static vn.dvc.pay.documents.SampleDocuments.NGUYEN_VAN_A;
import static vn.dvc.pay.documents.SampleDocuments.confirmation;
import static vn.dvc.pay.documents.SampleDocuments.form;
import static vn.dvc.pay.documents.SampleDocuments.instruction;
import static vn.dvc.pay.documents.SampleDocuments.lines;
import static vn.dvc.pay.documents.SampleDocuments.summary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvc.pay.documents.DocumentContent;
import vn.dvc.pay.documents.DocumentContent.RegistrationForm;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.documents.PdfArchive;
import vn.dvc.pay.documents.PdfReader;
import vn.dvc.pay.documents.SampleDocuments;
import vn.dvc.pay.values.Payer;

/** Every paper, short and long, in both languages: archivable, accessible, complete. */
class ValidPapersTest {
  private static final TestRenderer PRESS = new TestRenderer();

  private static final Pattern TEXT =
      Pattern.compile("<text><!\\[CDATA\\[(.*?)]]></text>|\\$R\\{([^}]+)}");

  private static final Pattern BAND_FOR_PARAMETER =
      Pattern.compile(
          "<band[^>]*>\\s*<printWhenExpression><!\\[CDATA\\[\\$P\\{(\\w+)} != null.*?</band>",
          Pattern.DOTALL);

  static Stream<Arguments> everyPaperShortAndLong() {
    var papers = new ArrayList<Arguments>();
    for (var count : List.of(1, 60)) {
      for (var payer : List.of(NGUYEN_VAN_A, LONG_NAME)) {
        var name = count + " lines, " + payer.kind();
        papers.add(
            Arguments.of(name, DocumentKind.PAYMENT_INSTRUCTION, instruction(payer, lines(count))));
        papers.add(
            Arguments.of(
                name, DocumentKind.PAYMENT_CONFIRMATION, confirmation(payer, lines(count))));
        papers.add(Arguments.of(name, DocumentKind.PAYMENT_SUMMARY, summary(payer, lines(count))));
      }
    }
    for (var count : List.of(3, 60)) {
      var name = count + " lines, refunded";
      papers.add(
          Arguments.of(
              name,
              DocumentKind.PAYMENT_CONFIRMATION,
              confirmation(LONG_NAME, lines(count, count), SampleDocuments.NOW)));
      papers.add(
          Arguments.of(name, DocumentKind.PAYMENT_SUMMARY, summary(LONG_NAME, lines(count, 2))));
    }
    for (var kind :
        List.of(
            DocumentKind.PAYMENT_INSTRUCTION,
            DocumentKind.PAYMENT_CONFIRMATION,
            DocumentKind.PAYMENT_SUMMARY)) {
      for (var count : List.of(1, 60)) {
        var content = SampleDocuments.withMoneyReceived(kind, LONG_NAME, lines(count));
        papers.add(Arguments.of(count + " lines, other money received", kind, content));
      }
    }
    for (var count : List.of(0, 1, 60)) {
      papers.add(
          Arguments.of(
              count + " differences",
              DocumentKind.RECONCILIATION_REPORT,
              SampleDocuments.report(count)));
    }
    papers.add(Arguments.of("individual", DocumentKind.REGISTRATION_FORM, form(NGUYEN_VAN_A)));
    papers.add(Arguments.of("organisation", DocumentKind.REGISTRATION_FORM, form(LONG_NAME)));
    return papers.stream();
  }

  static Stream<Arguments> everyPayersPaperShortAndLong() {
    return everyPaperShortAndLong()
        .filter(paper -> paper.get()[1] != DocumentKind.RECONCILIATION_REPORT);
  }

  @ParameterizedTest(name = "{1}, {0}")
  @MethodSource("everyPaperShortAndLong")
  void isValidWithoutCutOffOrOverlappingText(
      String name, DocumentKind kind, DocumentContent content) throws Exception {
    isValid(name, kind, VIETNAMESE, content);
  }

  @ParameterizedTest(name = "{1}, {0}")
  @MethodSource("everyPayersPaperShortAndLong")
  void isValidInEnglish(String name, DocumentKind kind, DocumentContent content) throws Exception {
    isValid(name, kind, ENGLISH, content);
  }

  private static void isValid(
      String name, DocumentKind kind, DocumentLanguage language, DocumentContent content)
      throws Exception {
    var pdf = PRESS.print(kind, language, content);
    var paper = new PdfReader(pdf);

    assertThat(PdfArchive.faults(pdf)).isEmpty();
    assertThat(paper.collisions()).isEmpty();
    var letters = paper.letters();
    for (var text : PRESS.texts(TestRenderer.template(kind), language, content)) {
      assertThat(letters.contains(text.replaceAll("\\s+", ""))).as(text).isTrue();
    }
    for (var text : staticTexts(kind, language, content)) {
      assertThat(letters.contains(text.replaceAll("\\s+", ""))).as(text).isTrue();
    }
  }

  /** The template's own texts, except those that this payer, or this content, has no need of. */
  private static List<String> staticTexts(
      DocumentKind kind, DocumentLanguage language, DocumentContent content) throws IOException {
    var organisation =
        content instanceof RegistrationForm form && form.payer().kind() == Payer.Kind.ORGANISATION;
    var hidden = organisation ? "!$P{organisation}" : "$P{organisation}";
    var given = PRESS.given(language, content);
    var shown =
        BAND_FOR_PARAMETER
            .matcher(TestRenderer.template(kind))
            .replaceAll(
                band ->
                    given.contains(band.group(1)) ? Matcher.quoteReplacement(band.group()) : "");
    return Pattern.compile("<(band|element)\\b.*?(?=<band|<element|\\z)", Pattern.DOTALL)
        .matcher(shown)
        .results()
        .map(MatchResult::group)
        .filter(part -> !part.contains("<printWhenExpression><![CDATA[" + hidden))
        .flatMap(part -> TEXT.matcher(part).results())
        .map(found -> found.group(1) == null ? language.text(found.group(2)) : found.group(1))
        .filter(text -> !text.contains("{0}"))
        .toList();
  }
}
