package vn.dvc.scenario;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import vn.dvc.pay.values.text.CleanText;

/** What people and programs really write into fields, at its longest. */
final class HostileTexts {
  static final String MARKUP = "'\"<script>alert(1)</script>&amp; {{7*7}} [[7*7]] %s \\n";
  static final String FORMULA = "=HYPERLINK(\"http://example.vn\",\"Bấm vào đây\")+1";
  static final String OFFICE = "“Lệ phí” № 5 – ½ thửa, 5′ → 50 m² • \ufb01le\u00ad\u200b";
  static final String FOREIGN = "Γεώργιος Παπαδόπουλος · Иванов Пётр · 阮文英 · 김철수";
  static final String DECOMPOSED =
      Normalizer.normalize("Cấp bản sao “Trích lục” hộ tịch, tỉnh Đắk Lắk", Form.NFD);

  /** What a payer writes beside the code of an instruction, as long as the bank lets them. */
  static final String REMARK = "'\"<b>&amp;=1+1 “Nộp hộ” Đặng Thị Ánh №5 – đợt 2 / {{7*7}} %s";

  /** A person's reason: several lines, together as long as they may be. */
  static final String REASON = String.join("\n", MARKUP, FORMULA, OFFICE, longest(700));

  /** What no paper can print, or what makes a text read as another one. */
  static final List<String> REFUSED =
      List.of("Phí \u202eđạc", "A\u2066B\u2069", "សុខ សុភា", "محمد", "Lệ phí \ud83d\ude00");

  private HostileTexts() {}

  /** As it is kept, compared, shown and printed. */
  static String kept(String typed) {
    return CleanText.of(typed);
  }

  /** Words, and one of seventy letters that no line can break at a blank. */
  static String longest(int length) {
    var word = "NGHIÊNGNGHIÊNG".repeat(5);
    return fitted("Thẩm định hồ sơ " + word + " cấp phép, kiểm tra điều kiện an toàn", length);
  }

  /** The text, repeated until it has this length. */
  static String fitted(String text, int length) {
    var fitted = (text + " ").repeat(length / text.length() + 1).substring(0, length);
    return fitted.endsWith(" ") ? fitted.substring(0, length - 1) + "A" : fitted;
  }
}
