package vn.dvc.pay.mailing.channel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.dvc.pay.mailing.MailingSettings;
import vn.dvc.pay.mailing.channel.Carrier.Outcome;

@Tag("fast")
class SmsCarrierTest {
  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer gateway;
  private int status = 202;

  @BeforeEach
  void open() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/sms",
        asked -> {
          received.add(
              asked.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + new String(asked.getRequestBody().readAllBytes(), UTF_8));
          asked.sendResponseHeaders(status, -1);
          asked.close();
        });
    gateway.start();
  }

  @AfterEach
  void close() {
    gateway.stop(0);
  }

  @Test
  void gatewayGetsNumberTextAndAnIdThatStaysTheSame() {
    var letter = new Letter(UUID.randomUUID(), "+84912345678", "Subject", "Ma \"123456\"", null);

    assertThat(carrier().send(letter)).isEqualTo(Outcome.SENT);
    assertThat(carrier().send(letter)).isEqualTo(Outcome.SENT);
    assertThat(received)
        .hasSize(2)
        .containsOnly(
            "Bearer secret {\"id\":\"%s\",\"to\":\"+84912345678\",\"text\":\"Ma \\\"123456\\\"\"}"
                .formatted(letter.id()));
  }

  @ParameterizedTest
  @CsvSource({"200,SENT", "422,REFUSED", "400,REFUSED", "401,FAILED", "429,FAILED", "503,FAILED"})
  void statusSaysWhetherSendingAgainHelps(int answer, Outcome outcome) {
    status = answer;
    var letter = new Letter(UUID.randomUUID(), "+84912345678", "", "Ma", null);
    assertThat(carrier().send(letter)).isEqualTo(outcome);
  }

  @Test
  void gatewayThatIsAwayMayBeThereLater() {
    gateway.stop(0);
    var letter = new Letter(UUID.randomUUID(), "+84912345678", "", "Ma", null);
    assertThat(carrier().send(letter)).isEqualTo(Outcome.FAILED);
  }

  private SmsCarrier carrier() {
    var whole = Duration.ofSeconds(20);
    var mail = new MailingSettings.Mail(null, 25, null, null, null, true, whole);
    var url = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/sms");
    var sms = new MailingSettings.Sms(url, "secret", whole);
    return new SmsCarrier(new MailingSettings(List.of(), whole, 1, whole, mail, sms, Map.of()));
  }
}
