package vn.dvc.pay.engine.tasks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.BankGroups;
import vn.dvc.pay.engine.Staff;
import vn.dvc.pay.values.Sha256;

@Component
class EngineStaff implements Staff {
  private final IdentityService identity;

  EngineStaff(IdentityService identity) {
    this.identity = identity;
  }

  @Override
  public Optional<StaffMember> authenticate(String id, String password) {
    return identity.checkPassword(id, password)
        ? Optional.of(new StaffMember(id, groups(id)))
        : Optional.empty();
  }

  @Override
  public Optional<StaffMember> member(String id) {
    return account(id).map(found -> new StaffMember(id, groups(id)));
  }

  /** A digest of the stored hash: what leaves this class opens nothing. */
  @Override
  public Optional<String> passwordVersion(String id) {
    return account(id)
        .map(UserEntity.class::cast)
        .map(user -> Objects.requireNonNullElse(user.getPassword(), "none"))
        .map(hash -> Sha256.hex(hash.getBytes(UTF_8)));
  }

  private Optional<User> account(String id) {
    return Optional.ofNullable(identity.createUserQuery().userId(id).singleResult());
  }

  @Override
  public Optional<String> actor() {
    return Optional.ofNullable(identity.getCurrentAuthentication()).map(Authentication::getUserId);
  }

  @Override
  public boolean isMember(String id, String group) {
    return BankGroups.isMember(groups(id), group);
  }

  @Override
  public List<String> members(String group) {
    return identity.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream()
        .map(User::getId)
        .toList();
  }

  Set<String> groups(String id) {
    return identity.createGroupQuery().groupMember(id).list().stream()
        .map(Group::getId)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Runs the work as this person, under the engine's authorizations and rules. */
  void as(String actor, Runnable work) {
    Authentication before = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    identity.setAuthentication(actor, List.copyOf(groups(actor)));
    try {
      work.run();
    } finally {
      identity.clearAuthentication();
      if (before != null) {
        identity.setAuthentication(before);
      }
    }
  }
}
