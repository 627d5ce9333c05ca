package vn.dvc.pay.testing;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;

/** An account with every right in the engine, whom only our own rules stop. Nobody has one. */
public final class Almighty {
  public static final String ID = "almighty";

  private Almighty() {}

  /** Its password equals its id. */
  public static String in(ProcessEngine engine) {
    var identity = engine.getIdentityService();
    if (identity.createUserQuery().userId(ID).count() == 0) {
      var user = identity.newUser(ID);
      user.setPassword(ID);
      identity.saveUser(user);
      for (var resource : Resources.values()) {
        grantAll(engine, resource);
      }
    }
    return ID;
  }

  private static void grantAll(ProcessEngine engine, Resources resource) {
    var authorizations = engine.getAuthorizationService();
    var all = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    all.setUserId(ID);
    all.setResource(resource);
    all.setResourceId("*");
    all.setPermissions(new Permission[] {Permissions.ALL});
    authorizations.saveAuthorization(all);
  }
}
