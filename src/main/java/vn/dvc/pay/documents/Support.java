package vn.dvc.pay.documents;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom people ask for help, as pages and documents name it, {@code dvc.support}.
 *
 * @param phone as it is to be shown; null if there is none
 * @param email null if there is none
 * @param hours when somebody answers, in words; null if it is not said
 */
@ConfigurationProperties("dvc.support")
public record Support(@Nullable String phone, @Nullable String email, @Nullable String hours) {

  public Support {
    phone = orNull(phone);
    email = orNull(email);
    hours = orNull(hours);
  }

  /** Whether there is any way to ask. */
  public boolean given() {
    return phone != null || email != null;
  }

  /** All of it in one line. */
  public String line() {
    return Stream.of(phone, email, hours)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  private static String orNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
