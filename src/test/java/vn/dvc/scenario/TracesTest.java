package vn.dvc.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.dvc.scenario.Seal.Card.GOOD;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** One request's steps, calls of banks and events are one trace, and none of it is personal. */
@ScenarioTest
@Import(TracesTest.Collector.class)
@TestPropertySource(properties = "logging.level.vn.dvc=info")
@ExtendWith(OutputCaptureExtension.class)
class TracesTest {
  private static final String OTP = "POST /api/v1/payments/{id}/otp";

  @Autowired Scenario scenario;
  @Autowired Portal portal;
  @Autowired InMemorySpanExporter collected;

  @Test
  void codeThatMovesTheMoneyIsOneTraceFromTheRequestToTheEvents(CapturedOutput log) {
    var payment = waitingForOtp();
    var otp = scenario.otpOf(payment);
    portal.enterOtp(payment, GOOD.bank(), otp);
    scenario.reaches(payment, "paid");

    traceOfTheCodeHas(
        "card-payment.verifyOtp",
        "bank OTP",
        "card-payment.captureCard",
        "bank CAPTURE",
        "event payment.finished",
        "event dossier.paid");
    assertThat(log).contains(trace(OTP));
    assertThat(everythingSaid())
        .contains(payment)
        .doesNotContain(GOOD.number(), otp, GOOD.holder(), "049012345678", "Nguyễn");
  }

  /** What asks for the lost answer begins by a timer, long after the request. */
  @Test
  void inquiryBelongsToWhatIsInDoubt() {
    scenario.fault(GOOD.bank(), "capture", "answer-lost", 1);
    var payment = waitingForOtp();
    portal.enterOtp(payment, GOOD.bank(), scenario.otpOf(payment));
    scenario.reaches(payment, "paid");

    traceOfTheCodeHas("bank CAPTURE", "bank INQUIRY", "event payment.finished");
  }

  private void traceOfTheCodeHas(String... names) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(namesInTraceOf(OTP)).contains(names));
  }

  private String waitingForOtp() {
    collected.reset();
    return scenario.waitingForOtp(GOOD, portal.dossierOwing(70_000));
  }

  private List<String> namesInTraceOf(String request) {
    return collected.getFinishedSpanItems().stream()
        .filter(span -> span.getTraceId().equals(trace(request)))
        .map(SpanData::getName)
        .toList();
  }

  private String trace(String request) {
    return collected.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(request))
        .map(SpanData::getTraceId)
        .findFirst()
        .orElse("none");
  }

  /** Without ids and times, in which any six digits may be met by chance. */
  private String everythingSaid() {
    return collected.getFinishedSpanItems().stream()
        .map(span -> span.getName() + span.getAttributes() + span.getEvents() + span.getStatus())
        .collect(Collectors.joining("\n"));
  }

  @TestConfiguration
  static class Collector {
    @Bean
    InMemorySpanExporter collected() {
      return InMemorySpanExporter.create();
    }

    @Bean
    SpanProcessor handedOver(InMemorySpanExporter collected) {
      return SimpleSpanProcessor.create(collected);
    }
  }
}
