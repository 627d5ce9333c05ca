package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class SearchTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7K4MQ-2XWRT",
        "7k4mq2xwrt",
        " 7k4mq 2xwrt\t",
        "7K4MQ\u00a0-\u00a02XWRT",
        "7K4MQ\u20132XWRT",
        "7K4MQ\u20112XW\u200bRT",
        "7K4M.Q2XW.RT",
        "\uff17\uff2b\uff14\uff2d\uff31\uff0d\uff12\uff38\uff37\uff32\uff34",
        "7\u1e30\u0331\u20154MQ2XWRT"
      })
  void referenceIsReadHoweverItIsTyped(String typed) {
    assertThat(SearchText.of(typed).withoutGroups()).isEqualTo("7K4MQ2XWRT");
  }

  @Test
  void dossierCodeKeepsItsDotsAndDashes() {
    assertThat(SearchText.of(" 000.00.00.h47\u2013261124 \u2010 0001").text())
        .isEqualTo("000.00.00.H47-261124-0001");
  }

  @Test
  void bothCompositionsAndCasesAreOneText() {
    var composed = "Đặng Thị Ngọc Ánh";
    assertThat(SearchText.of(Normalizer.normalize(composed, Normalizer.Form.NFD)))
        .isEqualTo(SearchText.of(composed.toLowerCase(Locale.ROOT)))
        .isEqualTo(SearchText.of("DANG  THI NGOC ANH"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u200b\u00a0"})
  void nothingVisibleIsNothing(String typed) {
    assertThat(SearchText.of(typed).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "\u0301", "\u202eP", "'\"<script>&amp;", "%_"})
  void noTextFails(String typed) {
    assertThat(SearchText.of(typed).withoutGroups()).isNotNull();
  }
}
