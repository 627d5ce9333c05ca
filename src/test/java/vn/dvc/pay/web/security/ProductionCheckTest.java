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
import vn.dvc.pay.database.AddOnlyTables;
import vn.dvc.pay.database.MissingTimeouts;
import vn.dvc.pay.web.security.accounts.DemoAccounts;

class ProductionCheckTest {
  private final Banks banks = mock(Banks.class);
  private final MissingTimeouts timeouts = mock(MissingTimeouts.class);
  private final AddOnlyTables tables = mock(AddOnlyTables.class);
  private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
  private final MockEnvironment settings =
      new MockEnvironment()
          .withProperty("spring.datasource.url", "jdbc:postgresql://db/dvcpay")
          .withProperty("spring.datasource.username", "app")
          .withProperty("spring.datasource.password", "rM7-long-and-random")
          .withProperty("dvc.database.owner.user", "owner")
          .withProperty("dvc.database.owner.password", "rM8-long-and-random")
          .withProperty(
              "spring.security.oauth2.resourceserver.jwt.issuer-uri", "https://id.example.vn")
          .withProperty("dvc.public-url", "https://pay.example.vn")
          .withProperty("dvc.staff-url", "https://staff.example.vn")
          .withProperty("server.port", "8080")
          .withProperty("dvc.ports.staff", "8081")
          .withProperty("dvc.ports.banks", "8082")
          .withProperty("management.server.port", "8083")
          .withProperty("dvc.portal.url", "https://portal.example.vn/dvc")
          .withProperty("dvc.identity.payers.issuer", "https://id.example.vn/payers")
          .withProperty("dvc.identity.payers.client-id", "dvc-pay")
          .withProperty("dvc.identity.payers.client-secret", "8f-long-and-random-1")
          .withProperty("dvc.identity.payers.levels", "2")
          .withProperty("dvc.identity.staff.issuer", "https://id.example.vn/staff")
          .withProperty("dvc.identity.staff.client-id", "dvc-pay-staff")
          .withProperty("dvc.identity.staff.client-secret", "8f-long-and-random-2")
          .withProperty("dvc.collecting.account", "118000099999")
          .withProperty("dvc.banks[0].bin", "970415")
          .withProperty("dvc.banks[0].url", "https://api.bank.example.vn")
          .withProperty("dvc.pinned-keys.banks.970415[0]", "agreed-on-paper")
          .withProperty("dvc.mutual-tls.banks.970415.bundle", "vietin")
          .withProperty("dvc.mutual-tls.banks.970415.client-name", "api.bank.example.vn")
          .withProperty("spring.ssl.bundle.pem.vietin.keystore.certificate", "file:ours.crt")
          .withProperty("spring.ssl.bundle.pem.vietin.truststore.certificate", "file:bank-ca.crt")
          .withProperty("dvc.support.phone", "0235 385 0000")
          .withProperty("dvc.support.hours", "7:30–17:00");

  private ProductionCheck check() {
    return new ProductionCheck(
        settings, banks, timeouts, tables, beans.getBeanProvider(DemoAccounts.class));
  }

  @Test
  void applicationMayNotChangeTheAuditTrail() {
    when(tables.changeable()).thenReturn(List.of("audit_entry"));

    assertThat(check().findings())
        .containsExactly(
            "the application's database user may change audit_entry: let another one own the"
                + " tables (DVC_DB_OWNER)");
  }

  @Test
  void tablesAreNotOwnedByTheApplication() {
    settings.setProperty("dvc.database.owner.user", "app");

    assertThat(check().findings()).hasSize(1).first().asString().contains("DVC_DB_OWNER");
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
    for (var known :
        new String[] {"", "postgres", "admin", "123456", "aaaaaaaaaaaaaa", "short-one"}) {
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
  void nobodySharesAPort() {
    settings.setProperty("dvc.ports.staff", "8080");
    assertThat(check().findings()).containsExactly("port 8080 is meant for two (DVC_STAFF_PORT)");
    settings.setProperty("dvc.ports.staff", "8083");
    assertThat(check().findings())
        .containsExactly("port 8083 is meant for two (DVC_MANAGEMENT_PORT)");
    settings.setProperty("dvc.ports.staff", "0");
    assertThat(check().findings())
        .containsExactly("staff have no port of their own (DVC_STAFF_PORT)");
  }

  /** Cookies are told apart by host, not by port. */
  @Test
  void staffShareNoHostWithPayers() {
    settings.setProperty("dvc.staff-url", "https://pay.example.vn:8443");
    assertThat(check().findings()).hasSize(1).first().asString().contains("DVC_STAFF_URL");
    settings.setProperty("dvc.staff-url", "http://staff.example.vn");
    assertThat(check().findings()).hasSize(1).first().asString().contains("DVC_STAFF_URL");
  }

  @Test
  void mailOfTheDemonstrationIsRefused() {
    settings.setProperty("dvc.mailing.mail.host", "localhost");
    settings.setProperty("dvc.mailing.mail.from", "dvc-pay@example.vn");
    settings.setProperty("dvc.mailing.mail.start-tls", "false");
    settings.setProperty("dvc.mailing.mail.user", "dvc");
    settings.setProperty("dvc.mailing.mail.password", "secret");
    settings.setProperty("dvc.mailing.sms.url", "http://localhost:9090/sms");

    assertThat(check().findings())
        .hasSize(4)
        .anySatisfy(it -> assertThat(it).contains("without encryption"))
        .anySatisfy(it -> assertThat(it).contains("DVC_MAIL_FROM"))
        .anySatisfy(it -> assertThat(it).contains("DVC_MAIL_PASSWORD"))
        .anySatisfy(it -> assertThat(it).contains("DVC_SMS_URL"));
  }

  @Test
  void productionNeedsNoMail() {
    settings.setProperty("dvc.mailing.mail.host", "");
    settings.setProperty("dvc.mailing.sms.url", "");

    assertThat(check().findings()).isEmpty();
  }

  @Test
  void whateverIsLeftOfTheDemonstrationIsRefusedInOneList() {
    settings.setProperty("dvc.portal.url", "http://localhost:9090/portal");
    settings.setProperty("dvc.identity.payers.issuer", "http://localhost:9090");
    settings.setProperty("dvc.identity.payers.client-secret", "dvc-pay");
    settings.setProperty("dvc.identity.payers.levels", "");
    settings.setProperty("dvc.identity.staff.issuer", "http://localhost:9090");
    settings.setProperty("dvc.identity.staff.client-secret", "dvc-pay-staff");
    settings.setProperty("dvc.banks[0].url", "http://localhost:9090/banks/970415");
    settings.setProperty("dvc.collecting.account", "118000012345");
    settings.setProperty("dvc.return-origins", "https://pay.example.vn,http://localhost:9090");

    assertThat(check().findings())
        .hasSize(9)
        .allSatisfy(finding -> assertThat(finding).containsPattern("\\((DVC_|dvc\\.)"));
  }

  @Test
  void everyBankAndWeKnowEachOtherByCertificates() {
    settings.setProperty("dvc.mutual-tls.banks.970415.client-name", "");
    assertThat(check().findings())
        .containsExactly(
            "any certificate of the CA of bank 970415 would do for its messages"
                + " (dvc.mutual-tls.banks.970415.client-name)");
    settings.setProperty("spring.ssl.bundle.pem.vietin.truststore.certificate", "");
    settings.setProperty("spring.ssl.bundle.pem.vietin.keystore.certificate", "");
    assertThat(check().findings()).hasSize(3);
    settings.setProperty("dvc.mutual-tls.banks.970415.bundle", "");
    assertThat(check().findings())
        .containsExactly(
            "bank 970415 would be called without a certificate of ours"
                + " (dvc.mutual-tls.banks.970415.bundle)");
    settings.setProperty("dvc.ports.banks", "0");
    assertThat(check().findings()).hasSize(2).first().asString().contains("DVC_BANK_PORT");
  }

  @Test
  void keysOfEveryBankArePinned() {
    settings.setProperty("dvc.mutual-tls.banks.970436.bundle", "vietin");
    settings.setProperty("dvc.mutual-tls.banks.970436.client-name", "api.other.example.vn");
    settings.setProperty("dvc.banks[1].bin", "970436");
    settings.setProperty("dvc.banks[1].url", "https://api.other.example.vn");

    assertThat(check().findings())
        .containsExactly("the keys of bank 970436 are not pinned (dvc.pinned-keys.banks.970436)");
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
