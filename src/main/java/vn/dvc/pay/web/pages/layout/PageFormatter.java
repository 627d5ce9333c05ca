package vn.dvc.pay.web.pages.layout;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.documents.Support;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.web.Messages;

/**
 * Formats amounts, times, reasons and problems for the pages. Templates call it {@code wording},
 * see {@link TemplateNames}.
 */
@Component("wording")
public class PageFormatter {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Messages texts;
  private final MessageSource messages;
  private final Support support;

  PageFormatter(Messages texts, MessageSource messages, Support support) {
    this.texts = texts;
    this.messages = messages;
    this.support = support;
  }

  /** Whom to ask for help. */
  public Support support() {
    return support;
  }

  /** 1.234.000 đ, never broken across lines. */
  public String money(Money amount) {
    var text = new StringBuilder().append(amount.dong());
    for (int place = text.length() - 3; place > 0; place -= 3) {
      text.insert(place, '.');
    }
    return text.append("\u00a0đ").toString();
  }

  public String day(LocalDate day) {
    return DAY.format(day);
  }

  public String day(Instant time) {
    return DAY.format(time.atZone(VietnamTime.ZONE));
  }

  public String time(Instant time) {
    return TIME.format(time.atZone(VietnamTime.ZONE));
  }

  /** Without the date but with seconds: for codes that are valid for a few minutes. */
  public String seconds(Instant time) {
    return SECONDS.format(time.atZone(VietnamTime.ZONE));
  }

  /** 16 hoặc 19. */
  public String choice(List<Integer> numbers) {
    var or = " " + messages.getMessage("or", null, locale()) + " ";
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(or));
  }

  /** Says it to the payer, who is not told about "the payer". */
  public String reason(String code) {
    return own("told." + code).orElseGet(() -> texts.reasonTitle(code, locale()));
  }

  public String nextStep(String code, Bank bank) {
    return texts.nextStep(code, bank, locale());
  }

  /**
   * What the payer can do after a payment has ended; somebody who paid by account is not told to
   * try another card.
   */
  public String nextStep(String code, Bank bank, Payments.Method method) {
    return own("next." + method + "." + code).orElseGet(() -> nextStep(code, bank));
  }

  /** The text for one payment method if that method needs its own. */
  public String by(Payments.Method method, String key) {
    return own(key + "." + method).orElseGet(() -> messages.getMessage(key, null, locale()));
  }

  private Optional<String> own(String key) {
    return Optional.ofNullable(messages.getMessage(key, null, null, locale()));
  }

  public String problem(String code) {
    return texts.problemTitle(code, locale());
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
