package vn.dvc.pay.engine.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

/**
 * Passwords that staff may set in production: long, and without the member's id. Which signs they
 * are made of is left to their owners.
 */
public class LongPasswords implements PasswordPolicy {
  private static final int SHORTEST = 12;

  @Override
  public List<PasswordPolicyRule> getRules() {
    return List.of(new Rule());
  }

  private static final class Rule implements PasswordPolicyRule {

    /** A text of the engine's pages: "at least {{minLength}} characters". */
    @Override
    public String getPlaceholder() {
      return "PASSWORD_POLICY_LENGTH";
    }

    @Override
    public Map<String, String> getParameters() {
      return Map.of("minLength", String.valueOf(SHORTEST));
    }

    @Override
    public boolean execute(String password) {
      return password.codePointCount(0, password.length()) >= SHORTEST;
    }

    @Override
    public boolean execute(String password, User user) {
      return execute(password)
          && (user == null
              || user.getId() == null
              || !lower(password).contains(lower(user.getId())));
    }

    private static String lower(String text) {
      return text.toLowerCase(Locale.ROOT);
    }
  }
}
