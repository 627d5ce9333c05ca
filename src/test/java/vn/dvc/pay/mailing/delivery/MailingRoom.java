package vn.dvc.pay.mailing.delivery;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.test.context.DynamicPropertyRegistrar;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.HumanTasks.HumanTask;
import vn.dvc.pay.mailing.MailingSettings;
import vn.dvc.pay.payment.LateDebits;
import vn.dvc.pay.payment.LateDebits.LateDebit;
import vn.dvc.pay.payment.Payment;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.RegistrationId;

/**
 * Messages to people and the outbox, on a real database and by a real mail server; payments and
 * registrations are set.
 */
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  HibernateJpaAutoConfiguration.class,
  MessageSourceAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
@ComponentScan({"vn.dvc.pay.mailing", "vn.dvc.pay.notification.outbox", "vn.dvc.pay.tracing"})
@EntityScan("vn.dvc.pay.notification")
@EnableJpaRepositories("vn.dvc.pay.notification")
@EnableConfigurationProperties(MailingSettings.class)
@Import(DatabaseTime.class)
class MailingRoom {
  static final String OFFICERS = "officers@example.vn";

  final Map<String, Payment> payments = new ConcurrentHashMap<>();
  final Map<String, Registration> registrations = new ConcurrentHashMap<>();
  final List<HumanTask> overdue = new CopyOnWriteArrayList<>();

  @Bean(destroyMethod = "goAway")
  MailServer server() {
    return new MailServer();
  }

  @Bean
  DynamicPropertyRegistrar whereMessagesGo(MailServer server) {
    return properties -> {
      properties.add("dvc.mailing.mail.port", () -> server.port);
      properties.add("dvc.mailing.mail.whole-time", () -> "5s");
      properties.add("dvc.mailing.officers.bank-officers", () -> OFFICERS);
      // The discard port: nobody answers there.
      properties.add("dvc.mailing.sms.url", () -> "http://127.0.0.1:9/sms");
    };
  }

  @Bean
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }

  @Bean
  Payments payments() {
    var mock = mock(Payments.class);
    when(mock.find(any()))
        .thenAnswer(
            asked ->
                Optional.ofNullable(payments.get(asked.getArgument(0, PaymentId.class).text())));
    when(mock.payersOf(any()))
        .thenAnswer(
            asked -> {
              Collection<PaymentId> ids = asked.getArgument(0);
              return ids.stream()
                  .filter(id -> payments.containsKey(id.text()))
                  .collect(Collectors.toMap(id -> id, id -> payments.get(id.text()).payer()));
            });
    return mock;
  }

  /** One of 45.000 đ, which is back. */
  @Bean
  LateDebits debits() {
    return payment ->
        List.of(new LateDebit("970415", "LATE", Money.dong(45_000), Instant.EPOCH, Instant.EPOCH));
  }

  @Bean
  HumanTasks tasks() {
    var mock = mock(HumanTasks.class);
    when(mock.overdueFor(any(), any())).thenAnswer(asked -> overdue);
    when(mock.find(any())).thenAnswer(asked -> overdue.stream().findFirst());
    return mock;
  }

  @Bean
  Registrations registrations() {
    var mock = mock(Registrations.class);
    when(mock.find(any()))
        .thenAnswer(
            asked ->
                Optional.ofNullable(
                    registrations.get(asked.getArgument(0, RegistrationId.class).text())));
    return mock;
  }
}
