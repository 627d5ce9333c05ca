package vn.dvc.pay.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.database.MissingTimeouts;
import vn.dvc.pay.web.security.accounts.DemoAccounts;

class ProductionCheckTest {
  private final Banks banks = mock(Banks.class);
  private final MissingTimeouts timeouts = mock(MissingTimeouts.class);
  private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
  private final MockEnvironment settings =
      new MockEnvironment()
          .withProperty("spring.datasource.url", "jdbc:postgresql://db/dvcpay")
          .withProperty("spring.datasource.password", "rM7-long-and-random")
          .withProperty(
              "spring.security.oauth2.resourceserver.jwt.issuer-uri", "https://id.example.vn")
          .withProperty("dvc.public-url", "https://pay.example.vn")
          .withProperty("dvc.support.phone", "0235 385 0000")
          .withProperty("dvc.support.hours", "7:30–17:00");

  private ProductionCheck check() {
    return new ProductionCheck(
        settings, banks, timeouts, beans.getBeanProvider(DemoAccounts.class));
  }

  @Test
  void cleanProductionStarts() {
    check().afterSingletonsInstantiated();
  }

  @Test
  void demoAccountsAreRefused() {
    beans.addBean("demoAccounts", new DemoAccounts());

    assertThatThrownBy(() -> check().afterSingletonsInstantiated())
        .hasMessageStartingWith("Production does not start: ")
        .hasMessageContaining("the demo client and the demo payers are there");
  }

  @Test
  void simulatedBanksAreRefused() {
    settings.setProperty("dvc.sandbox-url", "http://localhost:9090");
    var check = check();
    when(banks.all())
        .thenReturn(List.of(bank("970415", "http://localhost:9090/banks/970415")))
        .thenReturn(List.of(bank("970415", "https://api.bank.example.vn")));

    assertThat(check.findings()).containsExactly("bank 970415 is still the sandbox's (dvc.banks)");
    assertThat(check.findings()).isEmpty();
  }

  private static Bank bank(String bin, String url) {
    return new Bank(bin, bin, url, List.of(16), null, null, null, null, 1, 1);
  }

  @Test
  void knownPasswordsAreRefused() {
    for (var known : new String[] {"", "postgres", "admin"}) {
      settings.setProperty("spring.datasource.password", known);
      assertThat(check().findings()).hasSize(1).first().asString().contains("DVC_DB_PASSWORD");
    }
  }

  @Test
  void connectionsWithoutTimeoutsAreRefused() {
    when(timeouts.missing()).thenReturn(List.of("lock_timeout", "socketTimeout"));

    assertThat(check().findings())
        .containsExactly(
            "a connection to the database has no lock_timeout, socketTimeout, so that one node that"
                + " hangs could stop all (dvc.database)");
  }

  @Test
  void databaseOfTheDemonstrationIsRefused() {
    settings.setProperty("spring.datasource.url", "jdbc:h2:file:./data/dvc-pay");

    assertThat(check().findings()).hasSize(1).first().asString().contains("not PostgreSQL");
  }

  @Test
  void addressesWithoutTlsAreRefused() {
    settings.setProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri", "http://id");
    settings.setProperty("dvc.public-url", "http://localhost:8080");

    assertThat(check().findings()).hasSize(2);
  }

  @Test
  void payersHaveSomebodyToAsk() {
    settings.setProperty("dvc.support.phone", " ");
    assertThat(check().findings())
        .containsExactly(
            "pages and documents would name nobody whom payers can ask"
                + " (DVC_SUPPORT_PHONE or DVC_SUPPORT_EMAIL)");
    settings.setProperty("dvc.support.email", "ho-tro@example.vn");
    assertThat(check().findings()).isEmpty();
    settings.setProperty("dvc.support.hours", "");
    assertThat(check().findings())
        .containsExactly("payers are not told when somebody answers them (DVC_SUPPORT_HOURS)");
  }

  @Test
  void demoAccountsAreNotMadeInProduction() {
    var runner = new ApplicationContextRunner().withUserConfiguration(DemoAccounts.class);

    runner.run(context -> assertThat(context).hasSingleBean(DemoAccounts.class));
    runner
        .withPropertyValues("spring.profiles.active=production")
        .run(context -> assertThat(context).doesNotHaveBean(DemoAccounts.class));
  }

  @Test
  void productionTakesItsSecretsFromTheEnvironment() throws Exception {
    var file = new ClassPathResource("application-production.yaml");
    var values = new YamlPropertySourceLoader().load("production", file).get(0);

    assertThat(values.getProperty("spring.datasource.password")).hasToString("${DVC_DB_PASSWORD}");
    assertThat(values.getProperty("spring.datasource.url")).hasToString("${DVC_DB_URL}");
    assertThat(values.getProperty("server.servlet.session.cookie.secure")).hasToString("true");
  }
}
