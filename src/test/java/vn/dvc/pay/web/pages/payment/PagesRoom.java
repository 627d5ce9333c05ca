package vn.dvc.pay.web.pages.payment;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.session.SessionAutoConfiguration;
import org.springframework.boot.autoconfigure.sql.init.SqlInitializationAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import vn.dvc.pay.bank.tls.BankCertificates;
import vn.dvc.pay.bank.tls.MutualTls;
import vn.dvc.pay.documents.Support;
import vn.dvc.pay.engine.Staff;
import vn.dvc.pay.engine.signin.StaffDirectory;
import vn.dvc.pay.engine.signin.TasklistSessions;
import vn.dvc.pay.keys.Sealing;
import vn.dvc.pay.keys.Sealings;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.web.Messages;
import vn.dvc.pay.web.ProblemWriter;
import vn.dvc.pay.web.RequestIds;
import vn.dvc.pay.web.security.openid.provider.IdentitySettings;
import vn.dvc.pay.web.security.ports.PortSettings;

/** Only the pages and their security, on top of payments that the tests control. */
@ComponentScan({"vn.dvc.pay.web.pages", "vn.dvc.pay.web.security"})
@ComponentScan(
    basePackages = "vn.dvc.pay.web.idempotency",
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = ".*\\.Idempoten(tPaymentStart|cyKeys|cyGuard)"))
@Import({
  Messages.class,
  ProblemWriter.class,
  RequestIds.class,
  DatabaseTime.class,
  BankCertificates.class
})
@ImportAutoConfiguration({
  DispatcherServletAutoConfiguration.class,
  ServletWebServerFactoryAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  ErrorMvcAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  MessageSourceAutoConfiguration.class,
  ThymeleafAutoConfiguration.class,
  SecurityAutoConfiguration.class,
  SslAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class,
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  SqlInitializationAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  SessionAutoConfiguration.class
})
@EnableConfigurationProperties({IdentitySettings.class, PortSettings.class, MutualTls.class})
class PagesRoom {

  /** No staff account exists here. */
  @Bean
  Staff noStaff() {
    return new Staff() {
      @Override
      public Optional<StaffMember> authenticate(String id, String password) {
        return Optional.empty();
      }

      @Override
      public Optional<StaffMember> member(String id) {
        return Optional.empty();
      }

      @Override
      public Optional<String> passwordVersion(String id) {
        return Optional.empty();
      }

      @Override
      public List<String> members(String group) {
        return List.of();
      }

      @Override
      public Optional<String> actor() {
        return Optional.empty();
      }

      @Override
      public boolean isMember(String id, String group) {
        return false;
      }
    };
  }

  @Bean
  StaffDirectory noDirectory() {
    return (id, name, groups) -> {
      throw new UnsupportedOperationException();
    };
  }

  @Bean
  FewAttempts attempts() {
    return new FewAttempts();
  }

  @Bean
  TasklistSessions noTasklist() {
    return new TasklistSessions() {
      @Override
      public Optional<String> signedIn(HttpSession session) {
        return Optional.empty();
      }

      @Override
      public Optional<Staff.StaffMember> member(HttpSession session) {
        return Optional.empty();
      }

      @Override
      public boolean isSameSignIn(Object before, Object now) {
        return false;
      }
    };
  }

  @Bean
  Sealing sealing() {
    return Sealings.fresh();
  }

  @Bean
  Support support() {
    return new Support("0235 000 0000", "ho-tro@example.vn", "7:30–17:00 ngày làm việc");
  }

  @Bean
  FakeBanks banks() {
    return new FakeBanks();
  }

  @Bean
  FakeDossiers dossiers() {
    return new FakeDossiers();
  }

  @Bean
  FakePayments payments(FakeDossiers dossiers, FakeBanks banks) {
    return new FakePayments(dossiers, banks);
  }

  @Bean
  FakeInquiries inquiries() {
    return new FakeInquiries();
  }

  @Bean
  FakeProcesses processes(FakePayments payments) {
    return new FakeProcesses(payments);
  }

  @Bean
  FakeReceiptChecks receiptChecks() {
    return new FakeReceiptChecks();
  }

  @Bean
  FakeMailings mailings() {
    return new FakeMailings();
  }

  @Bean
  FakeDocuments documents() {
    return new FakeDocuments();
  }

  @Bean
  FakeRegistrations registrations() {
    return new FakeRegistrations();
  }

  @Bean
  FakeTwoPersonRule twoPersonRule() {
    return new FakeTwoPersonRule();
  }

  @Bean
  FakeDrafts drafts() {
    return new FakeDrafts();
  }

  @Bean
  FakeProfiles profiles() {
    return new FakeProfiles();
  }
}
