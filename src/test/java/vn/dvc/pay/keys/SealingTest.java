package vn.dvc.pay.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class SealingTest {
  private static final byte[] PLAIN = "canary".getBytes(StandardCharsets.UTF_8);

  @Test
  void sealedValueOpensAndShowsNothing() {
    var sealing = Sealings.fresh();
    var sealed = sealing.seal("kind", PLAIN);

    assertThat(sealing.open("kind", sealed)).hasValue(PLAIN);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("canary");
    assertThat(sealing.seal("kind", PLAIN)).isNotEqualTo(sealed);
  }

  @Test
  void valueOpensAsItsOwnKindAndByOurKeysOnly() {
    var sealed = Sealings.fresh().seal("kind", PLAIN);
    assertThat(Sealings.fresh().open("kind", sealed)).isEmpty();

    var sealing = Sealings.fresh();
    assertThat(sealing.open("another", sealing.seal("kind", PLAIN))).isEmpty();
  }

  @Test
  void changedOrShortenedValueDoesNotOpen() {
    var sealing = Sealings.fresh();
    var sealed = sealing.seal("kind", PLAIN);
    for (int length = 0; length < sealed.length; length++) {
      assertThat(sealing.open("kind", Arrays.copyOf(sealed, length))).isEmpty();
    }
    for (int at = 0; at < sealed.length; at++) {
      var changed = sealed.clone();
      changed[at] ^= 1;
      assertThat(sealing.open("kind", changed)).isEmpty();
    }
  }

  @Test
  void changeOfKeysLeavesOldValuesGood() {
    var old = Sealings.key();
    var sealed = Sealings.with(old).seal("kind", PLAIN);

    assertThat(Sealings.with(Sealings.key(), old).open("kind", sealed)).hasValue(PLAIN);
  }
}
