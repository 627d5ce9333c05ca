package vn.dvc.pay.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a bank spells our reference, it refers to the same attempt. */
@Tag("fast")
class AttemptRefTest {
  private static final AttemptRef REF = AttemptRef.of("0f8fad5b-d9cb-469f-a165-70867728950e");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0f8fad5b-d9cb-469f-a165-70867728950e",
        "0F8FAD5B-D9CB-469F-A165-70867728950E",
        "0f8fad5bd9cb469fa16570867728950e",
        "0F8FAD5BD9CB469FA16570867728950E",
        " 0f8fad5bd9cb469fa16570867728950e "
      })
  void referencesAreComparedByValue(String written) {
    assertThat(AttemptRef.parse(written)).contains(REF);
    assertThat(AttemptRef.of(written)).isEqualTo(REF);
    assertThat(AttemptRef.meantBy(written)).containsExactly(REF);
    assertThat(AttemptRef.written(written)).isEqualTo(REF.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "C-1",
        "1-1-1-1-1",
        "0f8fad5bd9cb469fa16570867728950",
        "0f8fad5bd9cb469fa16570867728950e0",
        "gf8fad5bd9cb469fa16570867728950e"
      })
  void otherTextsAreNotReferences(String written) {
    assertThat(AttemptRef.parse(written)).isEmpty();
    assertThat(AttemptRef.meantBy(written)).isEmpty();
    assertThat(AttemptRef.written(written)).isEqualTo(written);
    assertThatThrownBy(() -> AttemptRef.of(written)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nullIsNotAReference() {
    assertThat(AttemptRef.parse(null)).isEmpty();
    assertThat(AttemptRef.meantBy(null)).isEmpty();
    assertThat(AttemptRef.written(null)).isNull();
  }

  @Test
  void truncatedReferenceFitsSixteenAttempts() {
    assertThat(REF.cut()).hasSize(35);
    assertThat(AttemptRef.meantBy(REF.cut().toUpperCase(Locale.ROOT))).hasSize(16).contains(REF);
    assertThat(AttemptRef.written(REF.cut().toUpperCase(Locale.ROOT))).isEqualTo(REF.cut());
  }

  @Test
  void referenceWithoutHyphensFitsAFieldOf35Characters() {
    assertThat(REF.compact()).hasSize(32).isEqualTo("0f8fad5bd9cb469fa16570867728950e");
    var any = new AttemptRef(UUID.randomUUID());
    assertThat(AttemptRef.of(any.compact())).isEqualTo(any);
  }
}
