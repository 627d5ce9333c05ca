package vn.dvc.pay.documents;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The languages of payers' documents, with their texts ({@code reports/texts_*.properties}). The
 * Vietnamese document is the one that counts; the English one says so.
 */
public enum DocumentLanguage {
  VIETNAMESE("vi"),
  ENGLISH("en");

  private final Locale locale;
  private final ResourceBundle texts;

  DocumentLanguage(String tag) {
    locale = Locale.forLanguageTag(tag);
    texts = ResourceBundle.getBundle("reports.texts", locale);
  }

  /** English if this is its tag; Vietnamese for anything else. */
  public static DocumentLanguage of(@Nullable String tag) {
    return ENGLISH.tag().equals(tag) ? ENGLISH : VIETNAMESE;
  }

  public String tag() {
    return locale.getLanguage();
  }

  public Locale locale() {
    return locale;
  }

  public ResourceBundle texts() {
    return texts;
  }

  public String text(String key, Object... values) {
    var text = texts.getString(key);
    return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
  }

  public DocumentLanguage other() {
    return this == ENGLISH ? VIETNAMESE : ENGLISH;
  }
}
