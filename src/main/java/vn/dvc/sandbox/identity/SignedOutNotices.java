package vn.dvc.sandbox.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Which programs know somebody by which session, so that all of them are told when it ends (OpenID
 * Connect Back-Channel Logout).
 */
@Component
class SignedOutNotices {
  private final Map<String, Set<String>> clients = new ConcurrentHashMap<>();
  private final OidcLogoutAuthenticationSuccessHandler answer =
      new OidcLogoutAuthenticationSuccessHandler();
  private final LogoutTokens tokens;

  SignedOutNotices(LogoutTokens tokens) {
    this.tokens = tokens;
  }

  void remember(String session, String client) {
    clients.computeIfAbsent(session, id -> ConcurrentHashMap.newKeySet()).add(client);
  }

  /** After somebody signed out at one of the programs, which has sent the browser here. */
  void afterSignOut(
      HttpServletRequest request, HttpServletResponse response, Authentication signOut)
      throws IOException, jakarta.servlet.ServletException {
    var session = request.getSession(false);
    if (session != null) {
      tell(session, request);
    }
    answer.onAuthenticationSuccess(request, response, signOut);
  }

  void tell(HttpSession session, HttpServletRequest request) {
    var id = sid(session.getId());
    var told = clients.remove(id);
    if (told != null) {
      told.forEach(client -> tokens.send(client, id, issuer(request)));
    }
  }

  private static String issuer(HttpServletRequest request) {
    var url = request.getRequestURL();
    return url.substring(0, url.length() - request.getRequestURI().length());
  }

  /** As the authorization server writes the session into its tokens. */
  private static String sid(String session) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(session.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
