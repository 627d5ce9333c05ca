package vn.dvc.pay.values.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.dvc.pay.testing.Fuzz;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.DossierCode;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.ShortReference;
import vn.dvc.pay.values.card.CardDate;
import vn.dvc.pay.values.card.CardHolder;
import vn.dvc.pay.values.card.CardNumber;
import vn.dvc.pay.values.card.OneTimeCode;

/** What people type into the fields of our forms. */
@Tag("fast")
class DamagedFormsTest {
  private static final String[] TYPED = {
    "9704 1500 0000 0011",
    "NGUYEN VAN A",
    "07/15",
    "123456",
    "a.b@example.vn",
    "+84 905 123 456",
    "001088000011",
    "118000012345",
    "000.00.00.H47-261124-1077",
    "NOP LE PHI DVC7K2M",
    "45 Nguyễn Văn Linh"
  };

  @Test
  void whateverIsTypedIsReadOrRefused() {
    Fuzz.damage(
        "typed",
        Fuzz.texts(TYPED),
        bytes -> {
          var typed = new String(bytes, UTF_8);
          CardNumber.digits(typed);
          CardDate.read(typed);
          CardHolder.read(typed);
          OneTimeCode.digits(typed);
          IdentityNumber.normal(typed);
          AccountNumber.isValid(AccountNumber.normal(typed));
          ShortReference.typed(typed);
          PaymentCode.in(typed);
        },
        Problem.class);
  }

  @Test
  void textIsTakenOrItsCharacterNamed() {
    refusing(typed -> TextLine.of(typed, 200));
    refusing(AddressLine::of);
    refusing(Email::of);
    refusing(Phone::of);
    refusing(IdentityNumber::of);
  }

  @Test
  void codeOfADossierIsOneOrNot() {
    Fuzz.damage(
        "typed",
        Fuzz.texts(TYPED),
        bytes -> DossierCode.of(new String(bytes, UTF_8)),
        IllegalArgumentException.class);
  }

  private static void refusing(Consumer<String> read) {
    Fuzz.damage(
        "typed",
        Fuzz.texts(TYPED),
        bytes -> read.accept(new String(bytes, UTF_8)),
        RefusedText.class);
  }
}
