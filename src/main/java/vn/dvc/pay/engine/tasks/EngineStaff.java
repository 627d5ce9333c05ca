package vn.dvc.pay.engine.tasks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.Staff;

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
  public Optional<String> actor() {
    return Optional.ofNullable(identity.getCurrentAuthentication()).map(Authentication::getUserId);
  }

  @Override
  public boolean isMember(String id, String group) {
    return groups(id).contains(group);
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
