package vn.dvc.pay.values;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class Sha256Test {

  @Test
  void hashesAsTheStandardsExampleDoes() {
    assertThat(Sha256.hex("abc".getBytes(UTF_8)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(Sha256.base64Url("abc".getBytes(UTF_8)))
        .isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
  }

  @Test
  void piecesAreHashedAsOneText() {
    assertThat(Sha256.hex("a".getBytes(UTF_8), "bc".getBytes(UTF_8)))
        .isEqualTo(Sha256.hex("abc".getBytes(UTF_8)));
  }
}
