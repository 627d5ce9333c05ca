package vn.dvc.pay.registration.account;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

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

  private HolderNames() {}

  public static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    var letters =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace('đ', 'd')
            .replace('Đ', 'D')
            .toUpperCase(Locale.ROOT)
            .replace("&", " VA ")
            .replaceAll("[^A-Z0-9]+", " ")
            .strip();
    var text = " " + letters + " ";
    for (var form : FORMS.entrySet()) {
      text = text.replace(" " + form.getKey() + " ", " " + form.getValue() + " ");
    }
    return text.strip();
  }
}
