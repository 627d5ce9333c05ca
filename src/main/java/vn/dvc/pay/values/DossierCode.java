package vn.dvc.pay.values;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/**
 * The code of a dossier: agency (QCVN 102:2016/BTTTT), date, serial; for example
 * 000.00.00.H47-261124-0001.
 */
public record DossierCode(String text) {
  private static final Pattern FORM =
      Pattern.compile("\\d{3}\\.\\d{2}\\.\\d{2}\\.[A-Z]\\d{2}-(\\d{6})-\\d{4,6}");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuMMdd").withResolverStyle(ResolverStyle.STRICT);

  public DossierCode {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a dossier code");
    }
    try {
      LocalDate.parse(parts.group(1), DATE);
    } catch (DateTimeParseException noSuchDay) {
      throw new IllegalArgumentException("Not a dossier code: no such day", noSuchDay);
    }
  }

  public static DossierCode of(String text) {
    return new DossierCode(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
