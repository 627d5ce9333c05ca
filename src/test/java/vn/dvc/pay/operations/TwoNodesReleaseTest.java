package vn.dvc.pay.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import vn.dvc.pay.OperatorsTest;
import vn.dvc.pay.PayApplication;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.engine.Decisions;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.release.ReleasedModels;
import vn.dvc.pay.operations.models.AnalystsChange;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.payment.collection.CollectionFixture;
import vn.dvc.pay.testing.Postgres;
import vn.dvc.pay.values.DossierCode;

/** Models are released at one node, on PostgreSQL; another one follows, and starts with them. */
@OperatorsTest
@ContextConfiguration(initializers = Postgres.Fresh.class)
@DirtiesContext
class TwoNodesReleaseTest {
  private static final String PAGE = "/operations/models";

  /** How long a node keeps what it read about models. */
  private static final Duration FOLLOWS = Duration.ofSeconds(20);

  @Autowired Environment settings;
  @Autowired Audit audit;
  @LocalServerPort int port;

  private ConfigurableApplicationContext other;

  @AfterEach
  void stop() {
    other.close();
  }

  @Test
  void oneOfTwoReleasersWinsTheOtherNodeFollowsAndARestartLeavesIt() throws Exception {
    other = start();
    assertThat(tries()).isEqualTo(3);
    var analyst = new Browser(port, "vi").signIn("analyst-1").get(PAGE);
    analyst.upload(PAGE, "Công văn 7", AnalystsChange.files()).shows(200, "Chờ người thứ hai");
    var release = analyst.path();

    var answers = bothRelease(release);

    assertThat(answers).allSatisfy(it -> assertThat(it).contains("Đã đưa vào chạy"));
    assertThat(answers).filteredOn(it -> it.contains("Đã có người quyết định")).hasSize(1);
    assertThat(audit.about("otp-policy.dmn"))
        .filteredOn(entry -> entry.action().equals("model-released"))
        .hasSize(1);
    await().atMost(FOLLOWS).until(() -> tries() == 5);
    followsTheReleasedModel("000.00.00.H47-261125-990001");

    other.close();
    other = start();

    assertThat(tries()).isEqualTo(5);
    followsTheReleasedModel("000.00.00.H47-261125-990002");
    assertThat(other.getBean(ReleasedModels.class).files().get("otp-policy.dmn"))
        .isEqualTo(AnalystsChange.tries("5"));
  }

  /** At the same moment, one at each node. */
  private List<String> bothRelease(String release) throws Exception {
    var moment = new CyclicBarrier(2);
    var one = releases(port, "operator-1", release, moment);
    var two = releases(portOf(other), "operator-2", release, moment);
    return List.of(one.get(), two.get());
  }

  private static CompletableFuture<String> releases(
      int port, String name, String release, CyclicBarrier moment) {
    var browser = new Browser(port, "vi").signIn(name).get(release);
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            moment.await();
          } catch (Exception interrupted) {
            throw new IllegalStateException(interrupted);
          }
          return browser.post(release + "/release", Map.of("reason", "Đã xem")).body();
        });
  }

  /** A payment that starts at the other node, and has a step that only the released model has. */
  private void followsTheReleasedModel(String dossier) {
    var payment =
        other.getBean(CollectionFixture.class).instructedFor(DossierCode.of(dossier), 120_000);
    other.getBean(Payments.class).cancel(payment.id());
    assertThat(other.getBean(HumanTasks.class).openOf(payment.id().text()))
        .extracting(task -> task.activity())
        .containsExactly("lookAtCancel");
  }

  private int tries() {
    return other
        .getBean(Decisions.class)
        .decide("otp-policy", Map.of("bank", "970415"))
        .number("tries");
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(PayApplication.class, CollectionFixture.class)
        .profiles("test")
        .run(
            "--server.port=0",
            "--spring.datasource.url=" + settings.getProperty("spring.datasource.url"),
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres");
  }

  private static int portOf(ConfigurableApplicationContext node) {
    return node.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }
}
