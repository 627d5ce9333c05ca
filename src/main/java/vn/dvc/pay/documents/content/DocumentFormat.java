package vn.dvc.pay.documents.content;

import java.time.Instant;
import java.util.Locale;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Payer;

/** Amounts and times as a document of this language writes them, always in Vietnam's time zone. */
record DocumentFormat(DocumentLanguage language) {

  String amount(Money amount) {
    return String.format(Locale.ROOT, "%,d", amount.dong()).replace(",", language.text("grouping"));
  }

  String amountWithCurrency(Money amount) {
    return language.text("amount", amount(amount));
  }

  String inWords(Money amount) {
    return language == DocumentLanguage.ENGLISH
        ? EnglishWords.sentence(amount.dong())
        : VietnameseWords.sentence(amount.dong());
  }

  String moment(Instant at) {
    return time("moment", at);
  }

  String day(Instant at) {
    return time("day", at);
  }

  String letterDate(Instant at) {
    return time("letter-date", at);
  }

  private String time(String pattern, Instant at) {
    return VietnamTime.formatter(language.text(pattern)).withLocale(language.locale()).format(at);
  }

  String nameLabel(Payer payer) {
    return language.text("payer.name." + payer.kind());
  }

  String idLabel(Payer payer) {
    return language.text("payer.id." + payer.kind());
  }
}
