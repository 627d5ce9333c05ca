package vn.dvc.pay.web.pages.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvc.pay.web.pages.registration.NameDifference.Word;

@Tag("fast")
class NameDifferenceTest {

  @ParameterizedTest
  @CsvSource({
    "Nguyễn Văn A, NGUYEN VAN ANH, Nguyễn Văn [A], NGUYEN VAN [ANH]",
    "Nguyễn Văn A, NGUYEN VAN A, Nguyễn Văn A, NGUYEN VAN A",
    "Nguyễn Thị Văn A, NGUYEN VAN A, Nguyễn [Thị] Văn A, NGUYEN VAN A",
    "Trần B, NGUYEN VAN B, [Trần] B, [NGUYEN] [VAN] B",
    "A A, A A A, A A, A A [A]"
  })
  void onlyTheWordsThatDifferAreMarked(String yours, String banks, String yoursSeen, String seen) {
    var difference = NameDifference.between(yours, banks);

    assertThat(seen(difference.yours())).isEqualTo(yoursSeen);
    assertThat(seen(difference.banks())).isEqualTo(seen);
  }

  @Test
  void aNameThatTheBankDidNotTellHasNoWords() {
    assertThat(NameDifference.between("A", null).banks()).isEmpty();
  }

  private static String seen(List<Word> words) {
    return words.stream()
        .map(word -> word.differs() ? "[" + word.text() + "]" : word.text())
        .collect(Collectors.joining(" "));
  }
}
