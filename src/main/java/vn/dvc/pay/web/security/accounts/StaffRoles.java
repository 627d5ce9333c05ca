package vn.dvc.pay.web.security.accounts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import vn.dvc.pay.engine.BankGroups;
import vn.dvc.pay.engine.Staff.StaffMember;

/** Which of our pages a member of staff may open, by group. */
public final class StaffRoles {
  private static final Map<String, String> HOMES = new LinkedHashMap<>();

  static {
    HOMES.put("ROLE_OPERATOR", "/operations");
    HOMES.put("ROLE_ANALYST", "/operations/models");
    HOMES.put("ROLE_BANK", "/operations/work");
  }

  /** Whoever has none of these works in the engine's web applications alone. */
  private static final String ENGINE = "/camunda/app/welcome/default/";

  private StaffRoles() {}

  /** Signed in as this member. */
  public static UsernamePasswordAuthenticationToken authentication(StaffMember member) {
    return UsernamePasswordAuthenticationToken.authenticated(
        member, null, AuthorityUtils.createAuthorityList(of(member)));
  }

  public static List<String> of(StaffMember member) {
    var roles = new ArrayList<String>();
    roles.add("ROLE_STAFF");
    if (member.groups().contains("operators")) {
      roles.add("ROLE_OPERATOR");
    }
    if (member.groups().contains("analysts")) {
      roles.add("ROLE_ANALYST");
    }
    if (BankGroups.areStaff(member.groups())) {
      roles.add("ROLE_BANK");
    }
    return roles;
  }

  /** The page to begin with: that of whichever of these roles has one of ours. */
  public static String home(Authentication member) {
    var roles = AuthorityUtils.authorityListToSet(member.getAuthorities());
    return HOMES.entrySet().stream()
        .filter(home -> roles.contains(home.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(ENGINE);
  }
}
