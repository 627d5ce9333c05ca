package vn.dvc.pay.dossier.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class CheckCodeTest {

  @Test
  void codesAreTwelveSignsThatAreHardToMistake() {
    var codes = Stream.generate(CheckCode::fresh).limit(1000).collect(Collectors.toSet());
    assertThat(codes).hasSize(1000).allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{12}"));
  }

  @Test
  void codeIsRecognisedAsPeopleTypeIt() {
    for (var typed : new String[] {"K10M2X9APR4T", "kiom-2x9a-pr4t", " KLOM 2X9A PR4T "}) {
      assertThat(CheckCode.matches("K10M2X9APR4T", typed)).as(typed).isTrue();
    }
    for (var typed : new String[] {"", "K10M2X9APR4", "K10M2X9APR4TT", "K10M2X9APR4S", "đ"}) {
      assertThat(CheckCode.matches("K10M2X9APR4T", typed)).as(typed).isFalse();
    }
  }
}
