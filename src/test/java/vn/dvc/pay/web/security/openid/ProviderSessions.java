package vn.dvc.pay.web.security.openid;

import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
import org.springframework.security.core.context.SecurityContextImpl;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.web.security.accounts.StaffRoles;
import vn.dvc.pay.web.security.openid.provider.Audience;
import vn.dvc.pay.web.security.sessions.StaffSessions;

/** Sessions as a sign-in at the provider leaves them. */
public final class ProviderSessions {
  private ProviderSessions() {}

  public static void begin(HttpSession session, StaffMember member) {
    var signedIn = StaffRoles.authentication(member);
    signedIn.setDetails(
        new ProviderSession(Audience.STAFF, List.of("none"), "token", Instant.now()));
    session.setAttribute(StaffSessions.CONTEXT, new SecurityContextImpl(signedIn));
  }
}
