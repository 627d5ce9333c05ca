package vn.dvc.proof.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mutant whose text no longer occurs in the sources would mutate nothing. */
@Tag("fast")
class MutantsTest {

  @ParameterizedTest
  @MethodSource("vn.dvc.proof.mutants.Mutant#all")
  void textOfEachMutantIsInTheSourceExactlyOnce(Mutant mutant) throws IOException {
    Map<Path, String> texts = new HashMap<>();
    for (var edit : mutant.edits()) {
      var source =
          texts.containsKey(edit.file()) ? texts.get(edit.file()) : Files.readString(edit.file());
      var changed = edit.apply(source);
      assertThat(changed).as(edit.file() + "").isNotEqualTo(source);
      texts.put(edit.file(), changed);
    }
    assertThat(mutant.edits()).isNotEmpty();
    assertThat(mutant.caughtBy().isEmpty()).isNotEqualTo(mutant.tests().isEmpty());
    assertThat(mutant.caughtBy()).allMatch(it -> it.matches("I([1-9]|1[0-7])"));
  }

  @ParameterizedTest
  @MethodSource("vn.dvc.proof.mutants.Mutant#all")
  void testsThatCatchAMutantExist(Mutant mutant) {
    assertThat(mutant.fullTests()).allSatisfy(TestsRun::selector);
  }

  @Test
  void thereAreEnoughMutants() {
    assertThat(Mutant.all()).hasSizeGreaterThanOrEqualTo(19);
  }
}
