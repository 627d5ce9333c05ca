package vn.dvc.pay.values;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code by which NAPAS, the national switch, names a bank in transfers and in VietQR codes (in
 * their field 38, "acquirer"): six digits of the form of an issuer identification number (ISO/IEC
 * 7812-1), which banks and our contracts call BIN. Cards of a bank need not begin with it: Agribank
 * is 970405, and its cards begin with 970499. It is passed on as text (ADR 0018); its form is
 * checked here only.
 */
public final class BankCode {
  private static final Pattern FORM = Pattern.compile("[0-9]{6}");

  private BankCode() {}

  public static boolean isValid(@Nullable String code) {
    return code != null && FORM.matcher(code).matches();
  }
}
