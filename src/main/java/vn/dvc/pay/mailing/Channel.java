package vn.dvc.pay.mailing;

import java.util.regex.Pattern;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.text.Email;
import vn.dvc.pay.values.text.Phone;
import vn.dvc.pay.values.text.RefusedText;

/** A way to reach a person. */
public enum Channel {
  EMAIL {
    @Override
    String spelled(String typed) {
      return Email.of(typed).text();
    }
  },
  SMS {
    /** Vietnamese mobile numbers only: nobody shall make us pay for messages abroad. */
    @Override
    String spelled(String typed) {
      var number = Phone.of(typed).text().replaceFirst("^(0|84|\\+84)", "+84");
      if (!MOBILE.matcher(number).matches()) {
        throw Problem.invalid("mailing-address-invalid");
      }
      return number;
    }
  };

  private static final Pattern MOBILE = Pattern.compile("\\+84[35789][0-9]{8}");

  abstract String spelled(String typed);

  /**
   * An address in the one spelling in which we compare and use it.
   *
   * @throws Problem mailing-address-invalid (422)
   */
  public String read(String typed) {
    try {
      return spelled(typed);
    } catch (RefusedText wrong) {
      throw Problem.invalid("mailing-address-invalid");
    }
  }
}
