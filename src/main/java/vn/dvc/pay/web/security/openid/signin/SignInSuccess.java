package vn.dvc.pay.web.security.openid.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.web.security.accounts.StaffRoles;
import vn.dvc.pay.web.security.openid.ProviderSession;
import vn.dvc.pay.web.security.openid.provider.Audience;

/**
 * Keeps who signed in and by which session of the provider, and nothing of an earlier sign-in: a
 * session is a payer's or a member of staff's, never both.
 */
class SignInSuccess extends SavedRequestAwareAuthenticationSuccessHandler {
  private static final Set<String> KEPT = Set.of("SPRING_SECURITY_SAVED_REQUEST");

  private final Audience audience;
  private final SecurityContextRepository contexts;
  private final DatabaseTime time;

  SignInSuccess(Audience audience, SecurityContextRepository contexts, DatabaseTime time) {
    this.audience = audience;
    this.contexts = contexts;
    this.time = time;
    setDefaultTargetUrl(audience.home());
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication signIn)
      throws IOException, ServletException {
    forgetOthers(request);
    var user = (ProviderUser) signIn.getPrincipal();
    var person =
        UsernamePasswordAuthenticationToken.authenticated(
            user.person(), null, user.getAuthorities());
    person.setDetails(ProviderSession.of(audience, user.getIdToken(), time.now()));
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(person);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    super.onAuthenticationSuccess(request, response, person);
  }

  @Override
  protected String determineTargetUrl(
      HttpServletRequest request, HttpServletResponse response, Authentication person) {
    return audience == Audience.STAFF
        ? StaffRoles.home(person)
        : super.determineTargetUrl(request, response, person);
  }

  private static void forgetOthers(HttpServletRequest request) {
    var session = request.getSession();
    for (var name : Collections.list(session.getAttributeNames())) {
      if (!KEPT.contains(name)) {
        session.removeAttribute(name);
      }
    }
  }
}
