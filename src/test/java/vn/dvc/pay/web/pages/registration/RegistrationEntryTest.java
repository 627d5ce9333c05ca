package vn.dvc.pay.web.pages.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.portal.Profiles.Profile;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.text.TextExamples;
import vn.dvc.pay.values.text.TextExamples.Example;

/** The form accepts and refuses what the room behind it does: both use the same rules (T5, T7). */
@Tag("fast")
class RegistrationEntryTest {
  private static final FormPurpose SHEET =
      new FormPurpose(
          RegistrationAction.START_ANEW,
          null,
          new Profile(
              new Payer(Payer.Kind.ORGANISATION, "0100109106", "Công ty TNHH An Phát"),
              null,
              null,
              null,
              null),
          null);

  static Stream<Example> fields() {
    return TextExamples.of("line", "organisationName", "personName", "phone", "email")
        .filter(example -> example.kept() == null || example.kept().length() <= 100)
        .filter(example -> !"MISSING".equals(example.refused()));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void fieldsFollowTheTableOfExamples(Example example) {
    var banks = mock(Banks.class);
    when(banks.find(any())).thenReturn(Optional.of(mock(Bank.class)));

    var errors = entry(example).errors(SHEET, banks);

    assertThat(errors.isEmpty()).as(errors.codes().toString()).isEqualTo(example.isTaken());
    if (example.namesCharacter()) {
      assertThat(errors.codes()).containsValue("character-unusable");
      assertThat(errors.characters()).containsValue(example.refused());
    }
  }

  private static RegistrationEntry entry(Example example) {
    var typed = example.typed();
    var kind = example.kind();
    return new RegistrationEntry(
        "970415",
        "1133 6666\u20118888",
        kind.equals("organisationName") ? typed : "An Phát",
        kind.equals("line") ? typed : "Hội An",
        kind.equals("phone") ? typed : "0905 123 456",
        kind.equals("email") ? typed : "",
        kind.equals("personName") ? typed : "Trần Văn B",
        "Giám đốc");
  }
}
