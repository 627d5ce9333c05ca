package vn.dvc.pay.engine.signin;

import java.util.Collection;
import vn.dvc.pay.engine.Staff;

/** Staff whose accounts are kept elsewhere, at the authority's identity provider. */
public interface StaffDirectory {

  /**
   * Makes the engine know this person as they are now: with these groups and no others. Groups that
   * we do not have are left out.
   */
  Staff.StaffMember enter(String id, String name, Collection<String> groups);
}
