package vn.dvc.pay.engine.tasks;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.engine.signin.TasklistSessions;

/** Reads the sign-in that the engine's web applications keep in the servlet session. */
@Component
class EngineTasklistSessions implements TasklistSessions {
  /** Of {@code AuthenticationUtil}. */
  private static final String SIGNED_IN = "authenticatedUser";

  private final ProcessEngine engine;
  private final EngineStaff staff;

  EngineTasklistSessions(ProcessEngine engine, EngineStaff staff) {
    this.engine = engine;
    this.staff = staff;
  }

  @Override
  public Optional<String> signedIn(HttpSession session) {
    // Asked by the engine's own method, each session would get a sign-in of nobody.
    return Optional.ofNullable((Authentications) session.getAttribute(SIGNED_IN))
        .map(all -> all.getAuthenticationForProcessEngine(engine.getName()))
        .map(authentication -> authentication.getIdentityId());
  }

  @Override
  public Optional<StaffMember> member(HttpSession session) {
    return signedIn(session).map(id -> new StaffMember(id, staff.groups(id)));
  }

  @Override
  public boolean isSameSignIn(Object before, Object now) {
    return before instanceof Authentications one
        && now instanceof Authentications other
        && people(one).equals(people(other));
  }

  private static Map<String, String> people(Authentications all) {
    return all.getAuthentications().stream()
        .collect(
            Collectors.toMap(Authentication::getProcessEngineName, Authentication::getIdentityId));
  }
}
