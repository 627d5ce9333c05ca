package vn.dvc.pay.web.security.sessions;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Staff;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.engine.signin.TasklistSessions;
import vn.dvc.pay.web.security.accounts.StaffRoles;

/** Who of the staff is signed in to a session, on our own pages or at Tasklist. */
@Component
public class StaffSessions {
  /** Where our pages keep who is signed in: apart from a payer in the same browser. */
  public static final String CONTEXT = "STAFF_SECURITY_CONTEXT";

  private static final Logger LOG = LoggerFactory.getLogger(StaffSessions.class);
  private static final String PASSWORDS = "STAFF_PASSWORDS";

  private final Staff staff;
  private final TasklistSessions tasklist;

  StaffSessions(Staff staff, TasklistSessions tasklist) {
    this.staff = staff;
    this.tasklist = tasklist;
  }

  /** Whether somebody is signed in whose account is gone or whose password is another now. */
  public boolean isOver(HttpSession session) {
    var gone = signedIn(session).filter(id -> !isAsItWas(session, id)).findAny();
    gone.ifPresent(id -> LOG.info("The session of {} has ended: the account was changed", id));
    return gone.isPresent();
  }

  /** Gives the rights of the member's groups as they are now. */
  public void readGroups(HttpSession session) {
    var known = onOurPages(session);
    if (known.isPresent()) {
      staff
          .member(known.get().id())
          .filter(now -> !now.equals(known.get()))
          .ifPresent(now -> become(session, now));
    }
  }

  /** What else is known of the sign-in stays, such as the provider's session. */
  private static void become(HttpSession session, StaffMember now) {
    var before = ((SecurityContext) session.getAttribute(CONTEXT)).getAuthentication();
    var signedIn = StaffRoles.authentication(now);
    signedIn.setDetails(before.getDetails());
    session.setAttribute(CONTEXT, new SecurityContextImpl(signedIn));
  }

  /** Keeps by which password each one signed in. */
  public void noteSignIn(HttpSession session) {
    signedIn(session)
        .filter(id -> passwords(session).get(id) == null)
        .forEach(
            id ->
                staff
                    .passwordVersion(id)
                    .ifPresent(
                        version ->
                            session.setAttribute(PASSWORDS, passwords(session).with(id, version))));
  }

  /** Whether anybody of the staff is signed in. */
  boolean isSomebody(HttpSession session) {
    return signedIn(session).findAny().isPresent();
  }

  private boolean isAsItWas(HttpSession session, String id) {
    var noted = passwords(session).get(id);
    return noted != null && Optional.of(noted).equals(staff.passwordVersion(id));
  }

  private Stream<String> signedIn(HttpSession session) {
    return Stream.concat(
            onOurPages(session).map(StaffMember::id).stream(), tasklist.signedIn(session).stream())
        .distinct();
  }

  private static Optional<StaffMember> onOurPages(HttpSession session) {
    return Optional.ofNullable((SecurityContext) session.getAttribute(CONTEXT))
        .map(SecurityContext::getAuthentication)
        .map(authentication -> authentication.getPrincipal())
        .filter(StaffMember.class::isInstance)
        .map(StaffMember.class::cast);
  }

  private static Passwords passwords(HttpSession session) {
    return Objects.requireNonNullElseGet(
        (Passwords) session.getAttribute(PASSWORDS), () -> new Passwords(new TreeMap<>()));
  }

  /** Versions by member. */
  private record Passwords(TreeMap<String, String> versions) implements Serializable {
    @Nullable String get(String id) {
      return versions.get(id);
    }

    Passwords with(String id, String version) {
      var all = new TreeMap<>(versions);
      all.put(id, version);
      return new Passwords(all);
    }
  }
}
