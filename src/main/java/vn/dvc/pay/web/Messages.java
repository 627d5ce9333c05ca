package vn.dvc.pay.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;

/**
 * Translates codes into text from the resource files, in Vietnamese unless English is requested.
 * Used by the API and the pages.
 */
@Component
public class Messages {
  public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  private static final List<Locale> SPOKEN = List.of(VIETNAMESE, Locale.ENGLISH);
  private final MessageSource messages;

  Messages(MessageSource messages) {
    this.messages = messages;
  }

  /** The response language for this Accept-Language header; the header may be null. */
  public static Locale language(@Nullable String acceptLanguage) {
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

  /**
   * Says exactly what was refused, with the facts filled in by name; falls back to the title where
   * that is all there is to say.
   */
  public String problemDetail(String code, Map<String, Object> facts, Locale language) {
    var of = facts.containsKey("character") ? "character-unusable" : code;
    var text = messages.getMessage("problem." + of + ".detail", null, null, language);
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
   * @param bank the issuing bank, whose branches or hotline are named if it has to enable the card
   *     first; null if unknown
   */
  public String nextStep(String code, @Nullable Bank bank, Locale language) {
    if (bank != null && code.equals("card-not-enabled-online")) {
      var where = bank.enableOnline().counter() ? "counter" : "hotline";
      Object[] names = {bank.name(), bank.enableOnline().hotline()};
      return messages.getMessage("reason." + code + ".next." + where, names, code, language);
    }
    return messages.getMessage("reason." + code + ".next", null, "", language);
  }

  /** The display text of a dossier's or payment's status, for example ĐÃ THANH TOÁN. */
  public String status(String of, String status, Locale language) {
    return messages.getMessage("status." + of + "." + status, null, status, language);
  }
}
