package vn.dvc.pay.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dvc.pay.testing.Fuzz;

@Tag("fast")
class DamagedSignaturesTest {

  @Test
  void damagedSignatureIsOursOrNot(@TempDir Path folder) throws Exception {
    var key = new SigningKey(new KeySettings(folder, "", true), new Es256());
    var signature = key.sign("payload");
    assertThat(key.hasSigned("payload", signature)).isTrue();
    Fuzz.damage(
        "signatures",
        Fuzz.texts(signature),
        damaged -> key.hasSigned("payload", new String(damaged, UTF_8)));
  }
}
