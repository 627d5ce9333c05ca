package vn.dvc.pay.web.pages.layout;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Vietnamese unless the payer chose English ({@code ?lang=en}); a cookie remembers the choice. */
@Configuration
class LanguageFilter implements WebMvcConfigurer {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  /** Here the word chooses the paper's language and leaves that of the pages as it is. */
  private static final List<String> PAPERS =
      List.of(
          "/payments/{id}/{paper}.pdf",
          "/payments/{id}/receipts/{number}.pdf",
          "/registrations/{id}/form.pdf");

  @Bean
  LocaleResolver localeResolver() {
    var cookie = new CookieLocaleResolver("dvc-lang");
    cookie.setDefaultLocale(VIETNAMESE);
    cookie.setCookieMaxAge(Duration.ofDays(365));
    cookie.setCookieHttpOnly(true);
    cookie.setCookieSameSite("Lax");
    cookie.setRejectInvalidCookies(false);
    return cookie;
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    var change =
        new LocaleChangeInterceptor() {
          @Override
          protected Locale parseLocaleValue(String value) {
            return "en".equals(value) ? Locale.ENGLISH : VIETNAMESE;
          }
        };
    change.setParamName("lang");
    interceptors.addInterceptor(change);
  }
}
