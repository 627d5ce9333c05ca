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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.BankGroups;
import vn.dvc.pay.engine.Parties;
import vn.dvc.pay.engine.Party;
import vn.dvc.pay.engine.people.Grants.Column;

/**
 * The staff groups and what each may do in the engine's web applications. The banks' staff have
 * groups for all banks and for each bank alone. Operators see everything but change nothing there:
 * they retry steps through our own audited operation. Administrators keep accounts, no more.
 */
@Component
public class StaffGroups {
  static final String ADMINS = "camunda-admin";
  private static final String FILTER = "Việc của nhóm ";
  private static final String BANK_TOPIC = "bank.";

  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put(BankGroups.TELLERS, "Giao dịch viên ngân hàng");
    NAMES.put(BankGroups.OFFICERS, "Cán bộ duyệt ngân hàng");
    NAMES.put(BankGroups.SUPERVISORS, "Phụ trách duyệt ngân hàng");
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
  private final ObjectProvider<Parties> parties;

  StaffGroups(IdentityService identity, Grants grants, ObjectProvider<Parties> parties) {
    this.identity = identity;
    this.grants = grants;
    this.parties = parties;
  }

  /** The groups that a model may give tasks to: those for all banks, not for one of them. */
  public static Set<String> names() {
    return NAMES.keySet();
  }

  /** Creates missing groups and leaves existing ones unchanged. */
  void provide() {
    NAMES.forEach(this::group);
    BankGroups.ALL.forEach(group -> bankStaff(group, NAMES.get(group)));
    for (String bank : banks()) {
      for (String base : BankGroups.ALL) {
        group(BankGroups.at(bank, base), NAMES.get(base) + " " + bank);
        bankStaff(BankGroups.at(bank, base), NAMES.get(base) + " " + bank);
      }
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
    grants.filter("operators", FILTER + NAMES.get("operators"), CASE_ROW);
  }

  private void bankStaff(String group, String name) {
    grants.grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    // Shows the model's name beside their tasks; the tasks themselves are assigned by the model.
    grants.grant(
        group,
        Resources.PROCESS_DEFINITION,
        "business-registration",
        ProcessDefinitionPermissions.READ);
    grants.filter(group, FILTER + name, REGISTRATION_ROW);
  }

  /** Those whose calls are served here. */
  private List<String> banks() {
    return parties.stream()
        .flatMap(each -> each.parties().stream())
        .map(Party::topic)
        .filter(topic -> topic.matches("bank\\.\\d+"))
        .map(topic -> topic.substring(BANK_TOPIC.length()))
        .toList();
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
