package vn.dvc.pay;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.scheduling.annotation.Scheduled;

class SchedulesTest {

  @Test
  void aScheduledJobThatHangsKeepsNoOtherWaiting() throws Exception {
    var jobs =
        new ClassFileImporter()
            .importPackages("vn.dvc.pay").stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Scheduled.class))
                .count();
    var settings =
        new YamlPropertySourceLoader().load("main", new ClassPathResource("application.yaml"));

    assertThat(jobs).isPositive();
    assertThat((int) settings.get(0).getProperty("spring.task.scheduling.pool.size"))
        .as("threads for %d jobs", jobs)
        .isGreaterThan((int) jobs);
  }
}
