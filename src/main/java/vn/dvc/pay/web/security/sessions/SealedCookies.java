package vn.dvc.pay.web.security.sessions;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.session.web.http.CookieSerializer;
import vn.dvc.pay.keys.Sealing;

/**
 * A browser holds the id of its session sealed: whoever can read the table of sessions cannot make
 * a cookie of what is there, and ids that were made up cost no statement.
 */
record SealedCookies(CookieSerializer cookies, Sealing sealing) implements CookieSerializer {
  /** Attribute of a request whose session cannot be read now. */
  static final String UNREADABLE = "dvc.session.unreadable";

  private static final String KIND = "session cookie";

  @Override
  public void writeCookieValue(CookieValue id) {
    if (isUnreadable(id.getRequest())) {
      return; // the browser keeps the cookie that it has
    }
    var value = id.getCookieValue();
    var cookie =
        new CookieValue(
            id.getRequest(), id.getResponse(), value == null || value.isEmpty() ? "" : seal(value));
    if (id.getCookieMaxAge() >= 0) {
      cookie.setCookieMaxAge(id.getCookieMaxAge());
    }
    cookies.writeCookieValue(cookie);
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    return isUnreadable(request)
        ? List.of()
        : cookies.readCookieValues(request).stream().flatMap(it -> open(it).stream()).toList();
  }

  private static boolean isUnreadable(HttpServletRequest request) {
    return request.getAttribute(UNREADABLE) != null;
  }

  private String seal(String id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sealing.seal(KIND, id.getBytes(StandardCharsets.UTF_8)));
  }

  private Optional<String> open(String cookie) {
    try {
      return sealing
          .open(KIND, Base64.getUrlDecoder().decode(cookie))
          .map(id -> new String(id, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
