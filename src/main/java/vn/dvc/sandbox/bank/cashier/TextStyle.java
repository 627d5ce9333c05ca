package vn.dvc.sandbox.bank.cashier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How banks alter a code on its way through a transfer text. */
public enum TextStyle {
  PLAIN("Giữ nguyên") {
    @Override
    public String write(String code) {
      return code;
    }
  },
  LOWER("Viết thường") {
    @Override
    public String write(String code) {
      return code.toLowerCase(Locale.ROOT);
    }
  },
  SPACED("Chèn dấu cách và dấu câu") {
    @Override
    public String write(String code) {
      return code.replaceAll("(.{3})(?=.)", "$1 ").replaceFirst(" ", "-") + ".";
    }
  },
  WRAPPED("Nằm giữa nội dung khác") {
    @Override
    public String write(String code) {
      return "MBVCB.7731920458.NGUYEN VAN A nop phi "
          + code.toUpperCase(Locale.ROOT)
          + ".CT tu 0071000654321 NGUYEN VAN A toi 118000012345";
    }
  };

  private final String says;

  TextStyle(String says) {
    this.says = says;
  }

  public abstract String write(String code);

  public static Optional<TextStyle> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String says() {
    return says;
  }
}
