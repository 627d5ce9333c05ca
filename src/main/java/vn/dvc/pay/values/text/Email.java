package vn.dvc.pay.values.text;

import java.util.regex.Pattern;

/**
 * An e-mail address: a dot-atom, @, and a domain of at least two labels, at most 100 characters,
 * ASCII only.
 *
 * <p>Sources: RFC 5322 section 3.4.1 (dot-atom), RFC 1035 section 2.3.1 (labels). Quoted local
 * parts and internationalised addresses (RFC 6531) are not taken, because few mail systems deliver
 * them.
 */
public record Email(String text) {
  private static final int LONGEST = 100;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile("(?=.{1,64}@)%s(?:\\.%s)*@%s(?:\\.%s)+".formatted(ATOM, ATOM, LABEL, LABEL));

  public static Email of(String typed) {
    var text = TextLine.checked(typed, LONGEST, letter -> letter > ' ' && letter <= '~');
    if (!FORM.matcher(text).matches()) {
      throw RefusedText.because(RefusedText.Why.FORM);
    }
    return new Email(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
