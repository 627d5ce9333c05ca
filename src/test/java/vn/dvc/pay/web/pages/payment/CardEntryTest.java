package vn.dvc.pay.web.pages.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dvc.pay.values.text.TextExamples;
import vn.dvc.pay.values.text.TextExamples.Example;

@Tag("fast")
class CardEntryTest {
  private static final List<Integer> LENGTHS = List.of(16, 19);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9704150000000011",
        " 9704 1500 0000 0011 ",
        "9704\u00a01500\u00a00000\u00a00011",
        "9704-1500-0000-0011",
        "9704150000000000014"
      })
  void numberMayHoldSpaces(String number) {
    assertThat(new CardEntry(number, "NGUYEN VAN A", "07/15").errors(LENGTHS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "970415000000001",
        "97041500000000111",
        "97041500000000011111",
        "970415000000001a",
        "٩٧٠٤١٥٠٠٠٠٠٠٠٠١١"
      })
  void numberOfAnotherLengthIsRefused(String number) {
    assertThat(new CardEntry(number, "NGUYEN VAN A", "07/15").errors(LENGTHS))
        .containsExactly(java.util.Map.entry("number", "card-number-invalid"));
  }

  @Test
  void allowedLengthsAreThoseOfTheBank() {
    assertThat(new CardEntry("9704150000000000014", "A B", "07/15").errors(List.of(16)))
        .containsKey("number");
  }

  @ParameterizedTest
  @CsvSource({
    "nguyen van a,NGUYEN VAN A",
    "'  Nguyễn   Văn  A ',NGUYEN VAN A",
    "Đỗ Đức Đường,DO DUC DUONG",
    "đặng thị ơ ư,DANG THI O U"
  })
  void holderIsWrittenAsOnTheCard(String typed, String holder) {
    var card = new CardEntry("9704150000000011", typed, "07/15");

    assertThat(card.holder()).isEqualTo(holder);
    assertThat(card.errors(LENGTHS)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "A", "NGUYEN VAN 2", "阮文", "NGUYEN VAN A\"}", "ABCDEFGHIJ KLMNOPQRST UVWXYZ"})
  void holderWithAnythingElseIsRefused(String holder) {
    assertThat(new CardEntry("9704150000000011", holder, "07/15").errors(LENGTHS))
        .containsExactly(java.util.Map.entry("holder", "card-holder-invalid"));
  }

  @ParameterizedTest
  @CsvSource({"07/15", "0715", "07-15", "07/2015", "' 07 / 15 '"})
  void dateIsMonthAndYear(String typed) {
    assertThat(new CardEntry("9704150000000011", "A B", typed).date()).isEqualTo("07/15");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "13/15", "00/15", "715", "07/1915", "0/715", "07/1a"})
  void otherDatesAreRefused(String typed) {
    assertThat(new CardEntry("9704150000000011", "A B", typed).errors(LENGTHS))
        .containsExactly(java.util.Map.entry("date", "card-date-invalid"));
  }

  @Test
  void missingFieldsAreWrongFields() {
    assertThat(new CardEntry(null, null, null).errors(LENGTHS)).hasSize(3);
  }

  @Test
  void cardIsNotPrintedAndCanBeWiped() {
    var card = new CardEntry("9704150000000011", "NGUYEN VAN A", "07/15");
    assertThat(card.toString()).doesNotContain("9704").doesNotContain("NGUYEN");
    card.wipe();

    assertThat(card.number()).containsOnly('0');
  }

  /** T7: the same rule with and without JavaScript, from the one table. */
  @ParameterizedTest
  @MethodSource
  void fieldsFollowTheTableOfExamples(Example example) {
    var entry =
        switch (example.kind()) {
          case "cardNumber" -> new CardEntry(example.typed(), "A B", "07/15");
          case "cardHolder" -> new CardEntry("9704150000000011", example.typed(), "07/15");
          default -> new CardEntry("9704150000000011", "A B", example.typed());
        };
    assertThat(entry.errors(LENGTHS).isEmpty()).isEqualTo(example.isTaken());
    if (example.isTaken()) {
      var kept =
          switch (example.kind()) {
            case "cardNumber" -> new String(entry.number());
            case "cardHolder" -> entry.holder();
            default -> entry.date();
          };
      assertThat(kept).isEqualTo(example.kept());
    }
  }

  static Stream<Example> fieldsFollowTheTableOfExamples() {
    return TextExamples.of("cardNumber", "cardHolder", "cardDate");
  }
}
