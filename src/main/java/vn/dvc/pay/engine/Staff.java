package vn.dvc.pay.engine;

import java.util.Optional;
import java.util.Set;

/** The people known to the engine: bank officers, operators, analysts, administrators. */
public interface Staff {

  /** The member with this id and password, with the groups; empty when either is wrong. */
  Optional<StaffMember> authenticate(String id, String password);

  /** Who acts in the running command or thread, for example the officer who completes a task. */
  Optional<String> actor();

  /** Whether this person belongs to the group now. */
  boolean isMember(String id, String group);

  record StaffMember(String id, Set<String> groups) {}
}
