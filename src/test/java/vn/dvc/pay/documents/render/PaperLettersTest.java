package vn.dvc.pay.documents.render;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.documents.SampleDocuments.confirmation;
import static vn.dvc.pay.documents.SampleDocuments.form;
import static vn.dvc.pay.documents.SampleDocuments.instruction;
import static vn.dvc.pay.documents.SampleDocuments.lines;
import static vn.dvc.pay.documents.SampleDocuments.summary;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvc.pay.documents.DocumentContent;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.documents.PdfArchive;
import vn.dvc.pay.documents.PdfReader;
import vn.dvc.pay.documents.SampleDocuments;
import vn.dvc.pay.values.Payer;

/** Every letter is printed in a face that has it. */
class PaperLettersTest {
  private static final TestRenderer PRESS = new TestRenderer();

  private static final String ALPHABET =
      "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";

  /** Text entirely in Be Vietnam Pro, then in each of the fallback faces. */
  private static final String STRANGE =
      "Lệ № 5′ A → ≈ ① □ Wơ\u0306 Ê\u0306đê\u0306 Ơ\u0306ư\u0306a\u0331 Łódź Иванов Ω 阮文 山田さくら 김철수 ㎡ Văn";

  @Test
  void everyVietnameseLetterIsExtractedComposed() {
    var letters = ALPHABET + ALPHABET.toUpperCase(SampleDocuments.VIETNAMESE);
    var decomposed = Normalizer.normalize(letters, Normalizer.Form.NFD);
    var payer = new Payer(Payer.Kind.INDIVIDUAL, "049012345678", decomposed);

    var paper =
        new PdfReader(
            PRESS.print(DocumentKind.PAYMENT_CONFIRMATION, confirmation(payer, lines(1))));

    assertThat(paper.letters()).contains(letters);
  }

  /** Foreign names, and characters that office programs insert (T1). */
  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void charactersThatBeVietnamProLacksAreInAFallbackFace(DocumentKind kind) throws Exception {
    var payer = new Payer(Payer.Kind.INDIVIDUAL, "049012345678", STRANGE);
    var pdf = PRESS.print(kind, withFeeName(kind, payer, STRANGE));
    var paper = new PdfReader(pdf);

    assertThat(PdfArchive.faults(pdf)).isEmpty();
    assertThat(paper.collisions()).isEmpty();
    if (kind != DocumentKind.RECONCILIATION_REPORT) {
      assertThat(paper.letters()).contains(STRANGE.replace(" ", ""));
    }
  }

  /** Texts that were stored before input was checked, or that a bank sent. */
  @Test
  void aCharacterThatNoFaceHasIsShownAsABoxWithoutFailing() throws Exception {
    var payer =
        new Payer(Payer.Kind.INDIVIDUAL, "049012345678", "Nguyễn \ud83d\ude00 \u202eVăn\u0000");

    var pdf = PRESS.print(DocumentKind.PAYMENT_SUMMARY, summary(payer, lines(1)));

    assertThat(PdfArchive.faults(pdf)).isEmpty();
    assertThat(new PdfReader(pdf).text()).contains("Nguyễn □ □Văn□");
  }

  private static DocumentContent withFeeName(DocumentKind kind, Payer payer, String name) {
    var lines =
        lines(2).stream()
            .map(
                line ->
                    new DocumentContent.Line(
                        line.dossier(),
                        line.receiptNumber(),
                        line.fee(),
                        name,
                        line.amount(),
                        name,
                        line.beneficiaryAccount(),
                        line.beneficiaryBank(),
                        line.cancelled()))
            .toList();
    return switch (kind) {
      case REGISTRATION_FORM -> form(payer);
      case PAYMENT_INSTRUCTION -> instruction(payer, lines);
      case PAYMENT_CONFIRMATION -> confirmation(payer, lines);
      case PAYMENT_SUMMARY -> summary(payer, lines);
      case RECONCILIATION_REPORT -> SampleDocuments.report(1);
    };
  }
}
