package vn.dvc.pay.values.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class CleanTextTest {
  private static final String DROPPED = "\u200B";

  /** A text that is clean already is told by a look at its characters. */
  @Test
  void theShortWayLeavesWhatTheLongWayLeaves() {
    for (char sign = 1; sign < Character.MIN_SURROGATE; sign++) {
      for (var text : new String[] {"" + sign, "a" + sign + "b", sign + " b", "a  " + sign}) {
        assertThat(CleanText.of(text))
            .as("U+%04X", (int) sign)
            .isEqualTo(CleanText.of(text + DROPPED));
      }
    }
  }

  @Test
  void textsThatAreCleanStayTheSameObject() {
    var clean = "Lệ phí cấp phiếu lý lịch tư pháp (số 2), Đường Ưng Ơ";
    assertThat(CleanText.of(clean)).isSameAs(clean);
  }
}
