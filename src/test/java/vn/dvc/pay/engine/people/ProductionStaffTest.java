package vn.dvc.pay.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which accounts may exist when production starts. */
class ProductionStaffTest {
  private ProcessEngine engine;
  private StaffAccounts people;

  @BeforeEach
  void makeEngine() {
    var settings = new StandaloneInMemProcessEngineConfiguration();
    settings.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    settings.setProcessEngineName("staff-" + UUID.randomUUID());
    settings.setJobExecutorActivate(false);
    settings.setEnablePasswordPolicy(false);
    settings.setUserResourceWhitelistPattern("[a-zA-Z0-9-]+");
    settings.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
    engine = settings.buildProcessEngine();
    engine.getIdentityService().saveGroup(engine.getIdentityService().newGroup(StaffGroups.ADMINS));
    people =
        new StaffAccounts(
            engine.getIdentityService(),
            (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  @Test
  void firstAdministratorIsNobodyWhoCouldSignIn() {
    new ProductionStaff(people).provide();
    new ProductionStaff(people).provide();

    assertThat(people.admins())
        .singleElement()
        .satisfies(nobody -> assertThat(nobody.getId()).matches("nobody-[0-9a-f-]{36}"));
  }

  @Test
  void productionDoesNotStartWithADemoAccount() {
    people.provide("operator-1", "Vũ Thị Vận Hành", "operator-1");
    assertThatThrownBy(() -> new ProductionStaff(people).provide())
        .hasMessageContaining("operator-1");
  }

  /** Or no node would start again after such a person has signed in. */
  @Test
  void productionStartsWithSomebodyWhomTheProviderCallsLikeADemoAccount() {
    people.provide("operator-1", "Vũ Thị Vận Hành", UUID.randomUUID().toString());

    new ProductionStaff(people).provide();

    assertThat(people.exists("operator-1")).isTrue();
  }

  @Test
  void productionDoesNotStartWithAnEasilyGuessedPassword() {
    people.provide("boss", "Boss", "boss", StaffGroups.ADMINS);
    assertThatThrownBy(() -> new ProductionStaff(people).provide())
        .hasMessageContaining("everybody can guess");
  }
}
