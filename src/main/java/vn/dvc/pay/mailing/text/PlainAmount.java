package vn.dvc.pay.mailing.text;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import vn.dvc.pay.values.Money;

/** PlainAmount as our pages write them, in plain text. */
final class PlainAmount {
  private static final DecimalFormatSymbols DOTS = dots();

  private PlainAmount() {}

  static String text(Money amount) {
    return new DecimalFormat("#,##0", DOTS).format(amount.dong()) + " đ";
  }

  private static DecimalFormatSymbols dots() {
    var symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator('.');
    return symbols;
  }
}
