package vn.dvc.pay.web.security.openid;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.dvc.pay.web.security.openid.provider.Audience;

/**
 * Ends our session at the next request after the provider has ended its own. Sessions of staff end
 * after a while in any case: the provider, which lets a person whom it still knows pass without a
 * question, tells their groups anew. That happens where a page is opened, so that what is being
 * typed stays; pages that never open another one are refused after twice that time.
 */
public class EndedSessionFilter extends OncePerRequestFilter {
  private final SignedOutSessions signedOut;
  private final Duration askAgain;

  public EndedSessionFilter(SignedOutSessions signedOut, Duration askAgain) {
    this.signedOut = signedOut;
    this.askAgain = askAgain;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null
        && who.getDetails() instanceof ProviderSession session
        && (isOld(session, request) || signedOut.hasEnded(session))) {
      var ours = request.getSession(false);
      if (ours != null) {
        ours.invalidate();
      }
      SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
    }
    chain.doFilter(request, response);
  }

  private boolean isOld(ProviderSession session, HttpServletRequest request) {
    var mode = request.getHeader("Sec-Fetch-Mode");
    var opensAPage = request.getMethod().equals("GET") && (mode == null || mode.equals("navigate"));
    var age = Duration.between(session.since(), Instant.now());
    return session.audience() == Audience.STAFF
        && age.compareTo(opensAPage ? askAgain : askAgain.multipliedBy(2)) >= 0;
  }
}
