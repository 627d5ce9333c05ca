package vn.dvc.pay.web.pages.layout;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import vn.dvc.pay.web.SignedInPayer;

/**
 * Who is signed in and where, for the frame of every page. Templates call it {@code visit}, see
 * {@link TemplateNames}: a model attribute would be missing on error pages, which then lack
 * navigation and sign-out.
 */
@Component("visit")
public class Visit {
  private final HttpServletRequest request;
  private final Environment environment;

  Visit(HttpServletRequest request, Environment environment) {
    this.request = request;
    this.environment = environment;
  }

  /** Whether no money is real here, as every page then says. */
  public boolean isTrial() {
    return !environment.acceptsProfiles(Profiles.of("production"));
  }

  public @Nullable SignedInPayer payer() {
    var visitor = SecurityContextHolder.getContext().getAuthentication();
    return visitor != null && visitor.getPrincipal() instanceof SignedInPayer payer ? payer : null;
  }

  /** The navigation entry that the page belongs to. */
  public String section() {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    return path.replaceFirst("^/([a-z]*).*", "$1");
  }
}
