package vn.dvc.pay.engine;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people known to the engine: bank officers, operators, analysts, administrators. */
public interface Staff {

  /** The member with this id and password, and the groups; empty if either is wrong. */
  Optional<StaffMember> authenticate(String id, String password);

  /** The member as the account and its groups are now; empty once it was removed. */
  Optional<StaffMember> member(String id);

  /** Another text after each change of the password; empty once the account was removed. */
  Optional<String> passwordVersion(String id);

  /** Who acts in the current command or thread, for example the officer who completes a task. */
  Optional<String> actor();

  /** Whether this person currently belongs to the group, or to the one of it for a single bank. */
  boolean isMember(String id, String group);

  /** Everybody who currently belongs to the group, by id. */
  List<String> members(String group);

  record StaffMember(String id, Set<String> groups) implements Principal, Serializable {
    @Override
    public String getName() {
      return id;
    }
  }
}
