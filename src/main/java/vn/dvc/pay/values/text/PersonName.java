package vn.dvc.pay.values.text;

/**
 * The name of a natural person, a Vietnamese citizen's or a foreigner's: letters of any script that
 * we can print, their marks, blanks, and the signs that names are written and joined with, such as
 * H'Hen, Jean-Luc, or "A & B" for two holders of one account. At least one letter, at most 200
 * characters.
 *
 * <p>Sources: Civil Code 2015, article 26(3) (a Vietnamese name is no number and no sign that is
 * not a letter); ICAO 9303 part 3 (apostrophe, hyphen, comma in names of travel documents). Digits
 * are let through, because banks number the holders of accounts.
 */
public record PersonName(String text) {
  static final int LONGEST = 200;
  private static final String SIGNS = " '-.,&/()+\"·•";

  public static PersonName of(String typed) {
    var text = TextLine.checked(typed, LONGEST, PersonName::isTaken);
    if (text.codePoints().noneMatch(Character::isLetter)) {
      throw RefusedText.because(RefusedText.Why.FORM);
    }
    return new PersonName(text);
  }

  private static boolean isTaken(int letter) {
    return PrintableCharacters.has(letter)
        && (Character.isLetterOrDigit(letter)
            || Character.getType(letter) == Character.NON_SPACING_MARK
            || SIGNS.indexOf(letter) >= 0
            || letter == '–'
            || letter == '“'
            || letter == '”');
  }

  @Override
  public String toString() {
    return text;
  }
}
