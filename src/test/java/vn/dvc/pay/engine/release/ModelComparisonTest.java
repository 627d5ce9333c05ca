package vn.dvc.pay.engine.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.engine.release.ModelDifference.Change;
import vn.dvc.pay.engine.release.ModelDifference.Kind;
import vn.dvc.pay.engine.release.ModelDifference.Part;

/** ModelComparison as an analyst sees them. */
@Tag("fast")
class ModelComparisonTest {
  @Test
  void aChangedCellIsNamedByItsRowAndColumn() throws Exception {
    var changes = changes("otp-policy.dmn", "tries\"><text>3<", "tries\"><text>5<");

    assertThat(changes.changes()).hasSize(1);
    var row = changes.changes().get(0);
    assertThat(row.kind()).isEqualTo(Kind.CHANGED);
    assertThat(row.element()).isEqualTo("any-bank");
    assertThat(row.parts()).containsExactly(new Part("Số lần nhập", "3", "5"));
  }

  @Test
  void aRemovedRowAndAnAddedOneAreTold() throws Exception {
    var changes = changes("otp-policy.dmn", "rule id=\"any-bank\"", "rule id=\"every-bank\"");

    assertThat(changes.changes())
        .extracting(Change::kind, Change::element)
        .containsExactly(tuple(Kind.ADDED, "every-bank"), tuple(Kind.REMOVED, "any-bank"));
  }

  @Test
  void aChangedConditionAndNameAreTold() throws Exception {
    var condition =
        changes("card-payment.bpmn", "${verdict == 'OTP_EXPIRED'}", "${verdict == 'X'}");
    assertThat(condition.changes()).hasSize(1);
    assertThat(condition.changes().get(0).parts())
        .containsExactly(
            new Part("conditionExpression", "${verdict == 'OTP_EXPIRED'}", "${verdict == 'X'}"));

    var name = changes("card-payment.bpmn", "name=\"Mở nhập thẻ\"", "name=\"Mời nhập thẻ\"");
    assertThat(name.changes().get(0).parts())
        .containsExactly(new Part("name", "Mở nhập thẻ", "Mời nhập thẻ"));
  }

  @Test
  void howItIsDrawnDoesNotCount() throws Exception {
    assertThat(changes("card-payment.bpmn", "<dc:Bounds x=\"", "<dc:Bounds x=\"1").changes())
        .isEmpty();
  }

  @Test
  void aChangedFieldOfAFormIsTold() throws Exception {
    var changes = changes("confirm-case.form", "\"maxLength\": 900", "\"maxLength\": 90");

    assertThat(changes.changes()).extracting(Change::element).containsExactly("confirm_reason");
  }

  @Test
  void theDrawingMarksWhatWasChanged() throws Exception {
    var before = Files.readAllBytes(Path.of("processes/settle-dossiers.bpmn"));
    var text = new String(before, UTF_8);
    var after = text.replace("name=\"Đã ghi nhận\"", "name=\"Xong\"").getBytes(UTF_8);

    var picture = Picture.of(after, ModelComparison.of("settle-dossiers.bpmn", before, after));

    assertThat(picture.added()).isEmpty();
    assertThat(picture.xml()).contains("id=\"" + picture.changed() + "\" ");
  }

  private static ModelDifference changes(String file, String from, String to) throws Exception {
    var before = Files.readAllBytes(Path.of("processes", file));
    var text = new String(before, UTF_8);
    assertThat(text).contains(from);
    return ModelComparison.of(file, before, text.replace(from, to).getBytes(UTF_8));
  }
}
