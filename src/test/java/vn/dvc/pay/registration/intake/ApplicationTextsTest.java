package vn.dvc.pay.registration.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.portal.Profiles;
import vn.dvc.pay.portal.Profiles.Profile;
import vn.dvc.pay.registration.Application;
import vn.dvc.pay.registration.Application.Contact;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.text.TextExamples;
import vn.dvc.pay.values.text.TextExamples.Example;

/**
 * A registration's texts follow the one table; a refusal names the field and the character (T1, T5,
 * T7).
 */
@Tag("fast")
class ApplicationTextsTest {
  private static final Payer FIRM =
      new Payer(Payer.Kind.ORGANISATION, "0100109106", "Công ty TNHH An Phát");
  private final ApplicationRules rules = rules();

  static Stream<Example> texts() {
    return TextExamples.of("line", "organisationName", "phone", "email")
        .filter(example -> !"MISSING".equals(example.refused()));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textIsKeptInOneSpellingOrItsFieldIsNamed(Example example) {
    if (example.isTaken() && example.kept().length() <= 100) {
      var kept = rules.checked(application(example), profile());
      assertThat(text(example.kind(), kept)).isEqualTo(example.kept());
    } else if (!example.isTaken()) {
      assertThatThrownBy(() -> rules.checked(application(example), profile()))
          .isInstanceOfSatisfying(
              Problem.class,
              refused -> {
                assertThat(refused.status()).isEqualTo(422);
                assertThat(refused.facts()).containsKey("field");
                assertThat(refused.facts().get("character"))
                    .isEqualTo(example.namesCharacter() ? example.refused() : null);
              });
    }
  }

  @Test
  void profileMayDifferInSpelling() {
    var given = new Payer(FIRM.kind(), "0100 109 106", "CÔNG TY TNHH\u00a0AN PHÁT");
    assertThatCode(
            () -> {
              rules.checkPayer(given);
              rules.checkIdentity(given, null, profile());
            })
        .doesNotThrowAnyException();
  }

  @Test
  void unusableTextsOfTheProfileAreLeftOutOrRefusedByName() {
    var odd =
        new Profile(
            FIRM,
            "số lạ",
            "a@b",
            "Đà Nẵng \u202e",
            new Profiles.Representative("Trần \u202eVăn B", "Giám đốc"));
    assertThat(ApplicationRules.address(odd)).isNull();
    assertThatThrownBy(() -> rules.checked(application("Hội An", "An Phát", null, null), odd))
        .isInstanceOfSatisfying(
            Problem.class,
            refused ->
                assertThat(refused.facts())
                    .containsEntry("field", "representative.name")
                    .containsEntry("character", "U+202E"));
  }

  @Test
  void payersNameWithDirectionControlsIsRefused() {
    var payer = new Payer(FIRM.kind(), FIRM.id(), "An \u202ePhát");
    assertThatThrownBy(() -> rules.checkPayer(payer))
        .isInstanceOfSatisfying(
            Problem.class,
            refused ->
                assertThat(refused.facts())
                    .containsEntry("field", "payer.name")
                    .containsEntry("character", "U+202E"));
  }

  private static Profile profile() {
    return new Profile(
        FIRM, "0912345678", "a@b.vn", "Đà Nẵng", new Profiles.Representative("Trần Văn B", null));
  }

  private static Application application(Example example) {
    var typed = example.typed();
    return switch (example.kind()) {
      case "line" -> application(typed, "An Phát", null, null);
      case "organisationName" -> application("Hội An", typed, null, null);
      case "phone" -> application("Hội An", "An Phát", null, typed);
      default -> application("Hội An", "An Phát", typed, null);
    };
  }

  private static Application application(String branch, String holder, String email, String phone) {
    return new Application(
        new AccountNumber("970415", "113366668888"),
        holder,
        branch,
        new Contact(email, phone),
        null);
  }

  private static String text(String kind, Application kept) {
    return switch (kind) {
      case "line" -> kept.branch();
      case "organisationName" -> kept.holder();
      case "phone" -> kept.contact().phone();
      default -> kept.contact().email();
    };
  }

  private static ApplicationRules rules() {
    var banks = mock(Banks.class);
    when(banks.find(any())).thenReturn(Optional.of(mock(Bank.class)));
    return new ApplicationRules(banks);
  }
}
