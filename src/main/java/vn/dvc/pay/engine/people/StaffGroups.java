package vn.dvc.pay.engine.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.people.Grants.Column;

/**
 * The staff groups and what each may do in the engine's web applications. Operators see everything
 * but change nothing there: they retry steps through our own audited operation. Administrators keep
 * accounts, no more.
 */
@Component
public class StaffGroups {
  static final String ADMINS = "camunda-admin";

  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("bank-tellers", "Giao dịch viên ngân hàng");
    NAMES.put("bank-officers", "Cán bộ duyệt ngân hàng");
    NAMES.put("bank-supervisors", "Phụ trách duyệt ngân hàng");
    NAMES.put("operators", "Vận hành");
    NAMES.put("analysts", "Phân tích nghiệp vụ");
    NAMES.put(ADMINS, "Quản trị");
  }

  private static final List<Column> REGISTRATION_ROW =
      List.of(
          new Column("number", "Số đăng ký"),
          new Column("payer", "Người nộp"),
          new Column("account", "Tài khoản"));
  private static final List<Column> CASE_ROW = List.of(new Column("about", "Vụ việc"));

  private final IdentityService identity;
  private final Grants grants;

  StaffGroups(IdentityService identity, Grants grants) {
    this.identity = identity;
    this.grants = grants;
  }

  /** The groups that a model may give tasks to. */
  public static Set<String> names() {
    return NAMES.keySet();
  }

  /** Creates missing groups and leaves existing ones unchanged. */
  void provide() {
    NAMES.forEach(this::group);
    for (String group : new String[] {"bank-tellers", "bank-officers", "bank-supervisors"}) {
      grants.grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
      // Shows the model's name beside their tasks; the tasks themselves are assigned by the model.
      grants.grant(
          group,
          Resources.PROCESS_DEFINITION,
          "business-registration",
          ProcessDefinitionPermissions.READ);
    }
    grants.grant("operators", Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    for (String group : new String[] {"operators", "analysts"}) {
      grants.grant(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
      grants.grant(
          group,
          Resources.PROCESS_DEFINITION,
          "*",
          ProcessDefinitionPermissions.READ,
          ProcessDefinitionPermissions.READ_INSTANCE,
          ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
          ProcessDefinitionPermissions.READ_HISTORY);
      grants.grant(group, Resources.DECISION_DEFINITION, "*", Permissions.READ);
      grants.grant(group, Resources.DEPLOYMENT, "*", Permissions.READ);
    }
    // Whoever keeps the accounts works on no task and sees no payment.
    grants.revokeAll(ADMINS);
    grants.grant(ADMINS, Resources.APPLICATION, "admin", Permissions.ACCESS);
    grants.grant(ADMINS, Resources.USER, "*", Permissions.ALL);
    grants.grant(ADMINS, Resources.GROUP, "*", Permissions.READ);
    grants.grant(ADMINS, Resources.GROUP_MEMBERSHIP, "*", Permissions.ALL);
    for (String group :
        new String[] {"bank-tellers", "bank-officers", "bank-supervisors", "operators"}) {
      grants.filter(
          group,
          "Việc của nhóm " + NAMES.get(group),
          group.equals("operators") ? CASE_ROW : REGISTRATION_ROW);
    }
  }

  private void group(String id, String name) {
    if (identity.createGroupQuery().groupId(id).count() == 0) {
      Group group = identity.newGroup(id);
      group.setName(name);
      group.setType(ADMINS.equals(id) ? "SYSTEM" : "WORKFLOW");
      identity.saveGroup(group);
    }
  }
}
