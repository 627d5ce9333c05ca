package vn.dvc.pay.notification.delivery;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import vn.dvc.pay.dossier.GivenUp;
import vn.dvc.pay.dossier.RecordingPortal;
import vn.dvc.pay.time.DatabaseTime;

/** Dossiers and the outbox alone, on a real database, without engine, web or portal. */
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  HibernateJpaAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  JacksonAutoConfiguration.class
})
@ComponentScan(
    basePackages = {"vn.dvc.pay.dossier", "vn.dvc.pay.notification", "vn.dvc.pay.tracing"},
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = ".*\\.(DeliveryCases|UndeliveredEvents)")) // need cases, and so the engine
@EntityScan({"vn.dvc.pay.dossier", "vn.dvc.pay.notification"})
@EnableJpaRepositories({"vn.dvc.pay.dossier", "vn.dvc.pay.notification"})
@EnableConfigurationProperties(OutboxSettings.class)
@Import({DatabaseTime.class, RecordingPortal.class, GivenUp.class})
public class DossierRoom {}
