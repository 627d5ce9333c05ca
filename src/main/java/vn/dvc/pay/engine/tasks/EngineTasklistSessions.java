package vn.dvc.pay.engine.tasks;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.engine.signin.TasklistSessions;

/** Reads the sign-in that the engine's web applications keep in the servlet session. */
@Component
class EngineTasklistSessions implements TasklistSessions {
  private final ProcessEngine engine;
  private final EngineStaff staff;

  EngineTasklistSessions(ProcessEngine engine, EngineStaff staff) {
    this.engine = engine;
    this.staff = staff;
  }

  @Override
  public Optional<String> signedIn(HttpSession session) {
    return Optional.ofNullable(
            AuthenticationUtil.getAuthsFromSession(session)
                .getAuthenticationForProcessEngine(engine.getName()))
        .map(authentication -> authentication.getIdentityId());
  }

  @Override
  public Optional<StaffMember> member(HttpSession session) {
    return signedIn(session).map(id -> new StaffMember(id, staff.groups(id)));
  }
}
