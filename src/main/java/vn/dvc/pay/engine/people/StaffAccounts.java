package vn.dvc.pay.engine.people;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;

/** Creates missing staff members. */
@Component
class StaffAccounts {
  private final IdentityService identity;
  private final ProcessEngineConfigurationImpl engine;

  StaffAccounts(IdentityService identity, ProcessEngineConfigurationImpl engine) {
    this.identity = identity;
    this.engine = engine;
  }

  boolean exists(String id) {
    return identity.createUserQuery().userId(id).count() > 0;
  }

  /** Whether there is such an account, with its id as the password. */
  boolean isOpenToAll(String id) {
    var user = identity.createUserQuery().userId(id).singleResult();
    return user != null && hasPassword(user, id);
  }

  List<User> admins() {
    return identity.createUserQuery().memberOfGroup(StaffGroups.ADMINS).list();
  }

  /**
   * Checked without a login, because failed logins lock an account and this check fails at every
   * start.
   */
  boolean hasPassword(User user, String password) {
    UserEntity stored = (UserEntity) user;
    return engine
        .getPasswordManager()
        .check(EncryptionUtil.saltPassword(password, stored.getSalt()), stored.getPassword());
  }

  /** An existing member's password is left unchanged. */
  void provide(String id, String name, String password, String... groups) {
    if (!exists(id)) {
      User user = identity.newUser(id);
      int space = name.lastIndexOf(' ');
      // The web applications show the first name first, and a family name is said first.
      user.setFirstName(space < 0 ? name : name.substring(0, space));
      user.setLastName(space < 0 ? "" : name.substring(space + 1));
      user.setPassword(password);
      identity.saveUser(user);
    }
    for (String group : groups) {
      if (identity.createUserQuery().userId(id).memberOfGroup(group).count() == 0) {
        identity.createMembership(id, group);
      }
    }
  }
}
