package vn.dvc.pay.engine.twoperson;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.signin.AccountChanges;

/**
 * In whose hands an account may be: its member's, and those of whoever had power over it lately.
 * Two accounts in one pair of hands are one person.
 */
@Component
@EnableConfigurationProperties(TwoPersonSettings.class)
public class Hands {
  private final ObjectProvider<AccountChanges> changes;
  private final TwoPersonSettings settings;

  Hands(ObjectProvider<AccountChanges> changes, TwoPersonSettings settings) {
    this.changes = changes;
    this.settings = settings;
  }

  /** Who may be behind both accounts; empty if nobody is. */
  public Optional<String> behindBoth(String one, String other) {
    var both = new HashSet<>(of(one));
    both.retainAll(of(other));
    return both.stream().sorted().findFirst();
  }

  long coolDownDays() {
    return settings.coolDown().toDays();
  }

  /** Asked for late: the trail is not there yet when the engine starts. */
  private Set<String> of(String member) {
    var hands = new HashSet<>(changes.getObject().whoChanged(member, settings.coolDown()));
    hands.add(member);
    return hands;
  }
}
