package vn.dvc.pay.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;

/**
 * What codes mean to people, from the resource files: Vietnamese unless English is asked for. The
 * API and the pages call it.
 */
@Component
public class Messages {
  public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final List<Locale> SPOKEN = List.of(VIETNAMESE, Locale.ENGLISH);
  private final MessageSource messages;

  Messages(MessageSource messages) {
    this.messages = messages;
  }

  /** The language of the answer to a request with this Accept-Language header, null for none. */
  public static Locale language(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return VIETNAMESE;
    }
    try {
      var wished = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
      return wished == null ? VIETNAMESE : wished;
    } catch (IllegalArgumentException nonsense) {
      return VIETNAMESE;
    }
  }

  public String problemTitle(String code, Locale language) {
    return messages.getMessage("problem." + code, null, code, language);
  }

  /** What exactly was refused, with the facts put in by name; the title where that says it all. */
  public String problemDetail(String code, Map<String, Object> facts, Locale language) {
    var text = messages.getMessage("problem." + code + ".detail", null, null, language);
    if (text == null) {
      return problemTitle(code, language);
    }
    for (var fact : facts.entrySet()) {
      text = text.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
    }
    return text;
  }

  public String reasonTitle(String code, Locale language) {
    return messages.getMessage("reason." + code + ".title", null, code, language);
  }

  /**
   * What the payer can do about it.
   *
   * @param bank the issuing bank, whose counter and hotline are named where it must enable the card
   *     first; null where it is not known
   */
  public String nextStep(String code, Bank bank, Locale language) {
    if (bank != null && code.equals("card-not-enabled-online")) {
      var where = bank.enableOnline().counter() ? "counter" : "hotline";
      Object[] names = {bank.name(), bank.enableOnline().hotline()};
      return messages.getMessage("reason." + code + ".next." + where, names, code, language);
    }
    return messages.getMessage("reason." + code + ".next", null, "", language);
  }

  /** The dossier's or payment's status in words, for example ĐÃ THANH TOÁN. */
  public String status(String of, String status, Locale language) {
    return messages.getMessage("status." + of + "." + status, null, status, language);
  }
}
