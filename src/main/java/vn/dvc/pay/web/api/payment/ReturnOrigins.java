package vn.dvc.pay.web.api.payment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.dvc.pay.values.Problem;

/**
 * The addresses to which a payer's browser may be sent once a payment has ended. Only these origins
 * are allowed, so that nobody can use us as an open redirect.
 *
 * @param returnOrigins scheme, host and port of each; a missing port means the scheme's default
 */
@ConfigurationProperties("dvc")
record ReturnOrigins(List<String> returnOrigins) {
  private static final int MAX_LENGTH = 500;

  ReturnOrigins {
    returnOrigins =
        returnOrigins == null
            ? List.of()
            : returnOrigins.stream().flatMap(text -> origin(text).stream()).toList();
  }

  /** The address, if the payer may be sent there; null stays null. */
  @Nullable String check(String url) {
    if (url != null
        && (url.length() > MAX_LENGTH || origin(url).filter(returnOrigins::contains).isEmpty())) {
      throw Problem.invalid("return-url-refused");
    }
    return url;
  }

  /** Scheme, host and port, with the port always explicit. */
  private static Optional<String> origin(String url) {
    try {
      var uri = new URI(url);
      var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (!List.of("http", "https").contains(scheme)
          || uri.getHost() == null
          || uri.getRawUserInfo() != null) {
        return Optional.empty();
      }
      var usual = scheme.equals("https") ? 443 : 80;
      var port = uri.getPort() < 0 ? usual : uri.getPort();
      return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port);
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }
}
