package vn.dvc.pay.engine.setup;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Closes what nobody needs of the engine's web applications: {@code setup} made its first caller an
 * administrator (CVE-2026-77226), and through the engine's own interface an administrator could
 * move money past our rules ({@link EngineCalls}).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClosedEndpoints implements Filter {
  private static final String API = "/camunda/api/";
  private static final String ENGINE = "engine/engine/default/";

  /** Signing in and out, the pages' plugins, and the name of the engine. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "engine/engine/?|admin/auth/user/default(/(login/[a-z]+|logout))?"
              + "|(admin|cockpit|tasklist|welcome)/plugin/.+");

  /** In the engine's own form, so that its pages show the sentence. */
  private static final String CLOSED =
      """
      {"type": "AuthorizationException", "message": "Chức năng này đã đóng cho mọi người."}""";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isClosed((HttpServletRequest) request)) {
      refuse((HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /**
   * Checks the path as decoded by the container, so that alternative spellings do not get through.
   */
  private static boolean isClosed(HttpServletRequest request) {
    var info = request.getPathInfo();
    var path = request.getServletPath() + (info == null ? "" : info);
    if (!path.toLowerCase(Locale.ROOT).startsWith(API)) {
      return false;
    }
    var called = path.substring(API.length());
    if (called.startsWith(ENGINE)) {
      var call = called.substring(ENGINE.length()).replaceFirst("/$", "");
      return !EngineCalls.isOpen(request.getMethod(), call);
    }
    return !OTHERS.matcher(called).matches();
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(CLOSED);
  }
}
