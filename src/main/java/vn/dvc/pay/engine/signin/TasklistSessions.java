package vn.dvc.pay.engine.signin;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import vn.dvc.pay.engine.Staff;

/** Who is signed in at Tasklist, for our pages that task forms link to. */
public interface TasklistSessions {

  /** Whose session this is, whether or not the account still exists. */
  Optional<String> signedIn(HttpSession session);

  /** The staff member of this session, with their current groups; empty if nobody is signed in. */
  Optional<Staff.StaffMember> member(HttpSession session);

  /**
   * Whether two values of a session say alike who is signed in at Tasklist. It sets one after each
   * request, with the time and the groups as they were: kept for good, the answer of a slow request
   * would sign somebody in again who has signed out meanwhile.
   */
  boolean isSameSignIn(Object before, Object now);
}
