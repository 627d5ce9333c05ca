package vn.dvc.pay.engine.people;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * In production the first administrator comes from the configuration ({@code dvc.admin.id}, {@code
 * dvc.admin.password}). The application refuses to start with a demo account, with a password that
 * equals its id, or without an administrator, because an empty group would let a stranger become
 * one.
 */
@Component
@Profile("production")
class ProductionStaff implements FirstStaff {
  private static final int SHORTEST_PASSWORD = 12;

  private final StaffAccounts people;
  private final String admin;
  private final String password;

  ProductionStaff(
      StaffAccounts people,
      @Value("${dvc.admin.id:}") String admin,
      @Value("${dvc.admin.password:}") String password) {
    this.people = people;
    this.admin = admin;
    this.password = password;
  }

  @Override
  public void provide() {
    if (people.admins().isEmpty() && !admin.isBlank()) {
      if (password.length() < SHORTEST_PASSWORD || password.contains(admin)) {
        throw new IllegalStateException(
            "dvc.admin.password needs at least 12 characters and must not contain dvc.admin.id");
      }
      people.provide(admin, admin, password, StaffGroups.ADMINS);
    }
    List<String> demo = DemoStaff.IDS.stream().filter(people::exists).toList();
    if (!demo.isEmpty()) {
      throw new IllegalStateException(
          "Demo accounts are left in the production database; delete " + demo);
    }
    if (people.admins().isEmpty()) {
      throw new IllegalStateException(
          "The group camunda-admin has no member; name the first by dvc.admin.id and"
              + " dvc.admin.password");
    }
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
