package vn.dvc.pay.values.text;

/**
 * The name of an organisation or household business: letters, digits and signs, with at least one
 * letter, at most 200 characters.
 *
 * <p>Source: Law on Enterprises 2020, article 37(3): letters of the Vietnamese alphabet, F, J, W,
 * Z, digits and signs. Names of authorities and foreign firms go beyond that, so any sign that we
 * can print is taken.
 */
public record OrganisationName(String text) {
  private static final String OF_PROGRAMS = "<>{}\\\\^|`~";

  public static OrganisationName of(String typed) {
    var text = TextLine.checked(typed, PersonName.LONGEST, OrganisationName::isTaken);
    if (text.codePoints().noneMatch(Character::isLetter)) {
      throw RefusedText.because(RefusedText.Why.FORM);
    }
    return new OrganisationName(text);
  }

  private static boolean isTaken(int letter) {
    return PrintableCharacters.has(letter) && OF_PROGRAMS.indexOf(letter) < 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
