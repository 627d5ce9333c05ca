package vn.dvc.pay.web.pages.payment.progress;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The names in the models of payments, which are Vietnamese, put into English for those who read
 * English. A name that an analyst made since stays as it is.
 */
@Component
class DrawingNames {
  private final Properties english = new Properties();

  DrawingNames() {
    var file = new ClassPathResource("messages/drawings_en.properties");
    try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      english.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String in(Locale language, String name) {
    return language.getLanguage().equals("en") ? english.getProperty(name, name) : name;
  }
}
