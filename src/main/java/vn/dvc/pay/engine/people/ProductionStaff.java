package vn.dvc.pay.engine.people;

import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * In production all staff come from the identity provider. The application refuses to start with a
 * demo account, or with an administrator whose password equals the id.
 */
@Component
@Profile("production")
class ProductionStaff implements FirstStaff {
  private static final String NOBODY = "nobody-";

  private final StaffAccounts people;

  ProductionStaff(StaffAccounts people) {
    this.people = people;
  }

  @Override
  public void provide() {
    refuseDemoAccounts();
    refuseGuessedPasswords();
    provideNobody();
  }

  /**
   * The engine's web applications offer to make the first administrator while there is none. This
   * one is nobody: its id and its password are not known to anyone.
   */
  private void provideNobody() {
    if (people.admins().stream().noneMatch(known -> known.getId().startsWith(NOBODY))) {
      people.provide(
          NOBODY + UUID.randomUUID(),
          "-",
          UUID.randomUUID() + "-" + UUID.randomUUID(),
          StaffGroups.ADMINS);
    }
  }

  /**
   * An account of such a name with another password is that of somebody whom the provider calls so:
   * nobody knows its password, and in production none counts.
   */
  private void refuseDemoAccounts() {
    List<String> demo = DemoStaff.IDS.stream().filter(people::isOpenToAll).toList();
    if (!demo.isEmpty()) {
      throw new IllegalStateException(
          "Demo accounts are left in the production database; delete " + demo);
    }
  }

  private void refuseGuessedPasswords() {
    people.admins().stream()
        .filter(known -> people.hasPassword(known, known.getId()))
        .findFirst()
        .ifPresent(
            known -> {
              throw new IllegalStateException(
                  "The administrator %s has a password that everybody can guess"
                      .formatted(known.getId()));
            });
  }
}
