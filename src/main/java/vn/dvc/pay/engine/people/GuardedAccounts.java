package vn.dvc.pay.engine.people;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.context.ApplicationEventPublisher;
import vn.dvc.pay.engine.signin.AccountChanges;
import vn.dvc.pay.engine.signin.SignInAttempts;

/**
 * The engine's accounts. However somebody comes to them, a password is tried only as often as
 * {@link SignInAttempts} allows, and each change by a person is told.
 */
class GuardedAccounts extends DbIdentityServiceProvider {
  private static final String NONE = "-";

  private final SignInAttempts attempts;
  private final ApplicationEventPublisher changes;

  GuardedAccounts(SignInAttempts attempts, ApplicationEventPublisher changes) {
    this.attempts = attempts;
    this.changes = changes;
  }

  @Override
  public boolean checkPassword(String id, String password) {
    return attempts
        .tried(id, () -> Optional.of(id).filter(name -> super.checkPassword(name, password)))
        .isPresent();
  }

  @Override
  public IdentityOperationResult saveUser(User user) {
    var account = (UserEntity) user;
    var isNew = account.getRevision() == 0;
    var hasNewPassword = account.hasNewPassword();
    var result = super.saveUser(user);
    if (isNew) {
      tell("account-created", user.getId(), NONE, name(user));
    } else if (hasNewPassword) {
      tell("password-set", user.getId(), NONE, NONE);
    } else {
      tell("account-changed", user.getId(), NONE, name(user));
    }
    return result;
  }

  @Override
  public IdentityOperationResult deleteUser(String id) {
    var groups = groups(id);
    var result = super.deleteUser(id);
    tell("account-removed", id, groups.toString(), NONE);
    return result;
  }

  @Override
  public IdentityOperationResult unlockUser(String id) {
    var result = super.unlockUser(id);
    tell("account-unlocked", id, NONE, NONE);
    return result;
  }

  @Override
  public IdentityOperationResult createMembership(String id, String group) {
    var before = groups(id);
    var result = super.createMembership(id, group);
    var after = new TreeSet<>(before);
    after.add(group);
    tell("group-joined", id, before.toString(), after.toString());
    return result;
  }

  @Override
  public IdentityOperationResult deleteMembership(String id, String group) {
    var before = groups(id);
    var result = super.deleteMembership(id, group);
    var after = new TreeSet<>(before);
    after.remove(group);
    tell("group-left", id, before.toString(), after.toString());
    return result;
  }

  private Set<String> groups(String id) {
    return createGroupQuery(Context.getCommandContext()).groupMember(id).unlimitedList().stream()
        .map(Group::getId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String name(User user) {
    var name =
        Stream.of(user.getFirstName(), user.getLastName())
            .filter(part -> part != null && !part.isBlank())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? NONE : name;
  }

  /** What the application does by itself at its start is no act of a person. */
  private void tell(String what, String member, String before, String after) {
    var actor = getCurrentAuthentication();
    if (actor != null && actor.getUserId() != null) {
      changes.publishEvent(
          new AccountChanges.Change(actor.getUserId(), what, member, before, after));
    }
  }
}
