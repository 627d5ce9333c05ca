package vn.dvc.pay.engine.wiring;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * One fault of the models: in which file, at which element or cell, what is wrong and what to do.
 * The sentences are in {@code messages/models}.
 */
public record ModelFault(String file, String place, String code, List<Object> facts) {
  private static final Control AS_ASKED = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  /** Where it is and what is wrong. */
  public String sentence(Locale language) {
    return file + (place.isEmpty() ? "" : ", " + place) + ": " + text(code, language);
  }

  public String what(Locale language) {
    return text(code, language);
  }

  public String remedy(Locale language) {
    return text(code + ".do", language);
  }

  private String text(String key, Locale language) {
    var pattern = ResourceBundle.getBundle("messages/models", language, AS_ASKED).getString(key);
    return new MessageFormat(pattern, Locale.ROOT)
        .format(facts.stream().map(String::valueOf).toArray());
  }
}
