package vn.dvc.pay.engine.people;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.engine.signin.AccountChanges;
import vn.dvc.pay.engine.signin.StaffDirectory;

/**
 * Mirrors staff of the identity provider into the engine's own tables at each sign-in, because the
 * engine asks there for groups, rights and names. Nobody administers them there: what the provider
 * says goes.
 */
@Component
class ProviderStaff implements StaffDirectory {
  private static final String PROVIDER = "identity-provider";

  private final IdentityService identity;
  private final ApplicationEventPublisher changes;

  ProviderStaff(IdentityService identity, ApplicationEventPublisher changes) {
    this.identity = identity;
    this.changes = changes;
  }

  @Override
  @Transactional
  public StaffMember enter(String id, String name, Collection<String> groups) {
    var ours = ours(groups);
    var known = identity.createUserQuery().userId(id).singleResult();
    if (known != null || !ours.isEmpty()) {
      save(known == null ? newcomer(id) : known, name);
      belongTo(id, ours);
    }
    return new StaffMember(id, ours);
  }

  private Set<String> ours(Collection<String> groups) {
    return groups.isEmpty()
        ? Set.of()
        : ids(identity.createGroupQuery().groupIdIn(groups.toArray(String[]::new)).list());
  }

  /** With a password that nobody knows: these people sign in at the provider. */
  private User newcomer(String id) {
    var user = identity.newUser(id);
    user.setPassword(UUID.randomUUID() + "-" + UUID.randomUUID());
    return user;
  }

  private void save(User user, String name) {
    var space = name.lastIndexOf(' ');
    // The web applications show the first name first, and a family name is said first.
    user.setFirstName(space < 0 ? name : name.substring(0, space));
    user.setLastName(space < 0 ? "" : name.substring(space + 1));
    identity.saveUser(user);
  }

  private void belongTo(String id, Set<String> groups) {
    var before = ids(identity.createGroupQuery().groupMember(id).list());
    before.stream()
        .filter(group -> !groups.contains(group))
        .forEach(group -> identity.deleteMembership(id, group));
    groups.stream()
        .filter(group -> !before.contains(group))
        .forEach(group -> identity.createMembership(id, group));
    if (!before.equals(groups)) {
      changes.publishEvent(
          new AccountChanges.Change(
              PROVIDER, "groups-from-provider", id, sorted(before), sorted(groups)));
    }
  }

  private static String sorted(Set<String> groups) {
    return new TreeSet<>(groups).toString();
  }

  private static Set<String> ids(Collection<Group> groups) {
    return groups.stream().map(Group::getId).collect(Collectors.toUnmodifiableSet());
  }
}
