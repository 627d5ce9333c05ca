package vn.dvc.pay.engine;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Who is signed in at Tasklist, for pages of ours that a task's form links to. */
public interface TasklistSessions {

  /** The member of staff of this session, with the groups as they are now; empty for strangers. */
  Optional<Staff.StaffMember> member(HttpSession session);
}
