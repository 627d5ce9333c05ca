package vn.dvc.pay.registration.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.dvc.pay.values.text.PlainLetters;

/**
 * Compares two spellings of a name. Banks store names in capitals without diacritics and abbreviate
 * legal forms; payers write the name as in their documents.
 */
public final class HolderNames {
  /**
   * Legal forms and their abbreviations, the longer ones first; both spellings are reduced to the
   * abbreviation.
   */
  private static final Map<String, String> FORMS = new LinkedHashMap<>();

  static {
    FORMS.put("TRACH NHIEM HUU HAN", "TNHH");
    FORMS.put("MOT THANH VIEN", "MTV");
    FORMS.put("1 THANH VIEN", "MTV");
    FORMS.put("HAI THANH VIEN", "2TV");
    FORMS.put("2 THANH VIEN", "2TV");
    FORMS.put("DOANH NGHIEP TU NHAN", "DNTN");
    FORMS.put("CO PHAN", "CP");
    FORMS.put("CONG TY", "CTY");
    FORMS.put("HOP TAC XA", "HTX");
    FORMS.put("CHI NHANH", "CN");
    FORMS.put("THUONG MAI", "TM");
    FORMS.put("DICH VU", "DV");
    FORMS.put("SAN XUAT", "SX");
    FORMS.put("XAY DUNG", "XD");
  }

  /** Letters of other scripts stay: without them two names could look like one. */
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private HolderNames() {}

  /**
   * Whether both are one name. Banks leave an apostrophe out or make it a blank. A name of which no
   * letter or digit is left is nobody's.
   */
  public static boolean same(String one, String other) {
    return spellings(other).anyMatch(spellings(one).toList()::contains);
  }

  private static Stream<String> spellings(String name) {
    var letters = name == null ? "" : PlainLetters.of(name).replace("&", " VA ");
    return Stream.of("", " ")
        .map(apostrophe -> abbreviated(letters.replace("'", apostrophe)))
        .filter(plain -> !plain.isEmpty());
  }

  private static String abbreviated(String letters) {
    var text = " " + SIGNS.matcher(letters).replaceAll(" ").strip() + " ";
    for (var form : FORMS.entrySet()) {
      text = text.replace(" " + form.getKey() + " ", " " + form.getValue() + " ");
    }
    return text.strip();
  }
}
