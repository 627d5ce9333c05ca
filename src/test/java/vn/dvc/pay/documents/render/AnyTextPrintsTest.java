package vn.dvc.pay.documents.render;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dvc.pay.documents.SampleDocuments.form;
import static vn.dvc.pay.documents.SampleDocuments.lines;
import static vn.dvc.pay.documents.SampleDocuments.summary;

import java.text.Normalizer;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.text.AnyText;
import vn.dvc.pay.values.text.CleanText;
import vn.dvc.pay.values.text.OrganisationName;
import vn.dvc.pay.values.text.PersonName;
import vn.dvc.pay.values.text.PlainLetters;
import vn.dvc.pay.values.text.RefusedText;
import vn.dvc.pay.values.text.TextLine;

/**
 * Whatever is typed is either refused or printed as it is kept; no text makes a document fail (T1).
 */
@Tag("fast")
class AnyTextPrintsTest {
  private static final TestRenderer PRESS = new TestRenderer();
  private static final DocumentFont FONT = new DocumentFont();
  private static final List<UnaryOperator<String>> RULES =
      List.of(
          typed -> TextLine.of(typed, 200).text(),
          typed -> PersonName.of(typed).text(),
          typed -> OrganisationName.of(typed).text());

  @Provide
  Arbitrary<String> texts() {
    return AnyText.ofAtMost(40);
  }

  @Property(tries = 1000)
  void whatARuleTakesIsKeptInOneSpellingAndPrinted(@ForAll("texts") String typed) {
    for (var rule : RULES) {
      try {
        var kept = rule.apply(typed);
        assertThat(Normalizer.isNormalized(kept, Normalizer.Form.NFC)).isTrue();
        assertThat(rule.apply(kept)).isEqualTo(kept);
        assertThat(rule.apply(Normalizer.normalize(typed, Normalizer.Form.NFD))).isEqualTo(kept);
        assertThat(FONT.printed(kept)).isEqualTo(kept);
      } catch (RefusedText refused) {
        assertThat(refused.why() == RefusedText.Why.CHARACTER)
            .isEqualTo(refused.character() != null);
      }
    }
  }

  @Property(tries = 1000)
  void normalisingNeverFailsAndIsDoneAtOnce(@ForAll("texts") String typed) {
    assertThat(CleanText.of(CleanText.of(typed))).isEqualTo(CleanText.of(typed));
    assertThat(PlainLetters.of(typed)).isNotNull();
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void noTextFailsADocument(@ForAll("texts") String stored) {
    var payer = new Payer(Payer.Kind.ORGANISATION, "0100109106", stored);
    assertThat(PRESS.print(DocumentKind.PAYMENT_SUMMARY, summary(payer, lines(1)))).isNotEmpty();
    assertThat(PRESS.print(DocumentKind.REGISTRATION_FORM, form(payer))).isNotEmpty();
  }
}
