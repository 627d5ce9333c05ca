package vn.dvc.pay.documents.content;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;

/** Formats for our documents: Vietnamese, in Vietnam's time zone. */
final class VietnameseFormat {
  private static final DateTimeFormatter MOMENT = VietnamTime.formatter("HH:mm 'ngày' dd/MM/yyyy");
  private static final DateTimeFormatter DAY = VietnamTime.formatter("dd/MM/yyyy");
  private static final DateTimeFormatter LETTER_DATE =
      VietnamTime.formatter("'ngày' dd 'tháng' MM 'năm' yyyy");

  private VietnameseFormat() {}

  static String amount(Money amount) {
    return String.format(Locale.ROOT, "%,d", amount.dong()).replace(',', '.');
  }

  static String amountWithCurrency(Money amount) {
    return amount(amount) + " đồng";
  }

  static String inWords(Money amount) {
    return AmountInWords.sentence(amount.dong());
  }

  static String moment(Instant at) {
    return MOMENT.format(at);
  }

  static String day(Instant at) {
    return DAY.format(at);
  }

  static String letterDate(Instant at) {
    return LETTER_DATE.format(at);
  }

  static String nameLabel(Payer payer) {
    return payer.kind() == Payer.Kind.ORGANISATION ? "Tên tổ chức" : "Họ và tên";
  }

  static String idLabel(Payer payer) {
    return payer.kind() == Payer.Kind.ORGANISATION ? "Mã số thuế" : "Số định danh cá nhân";
  }
}
