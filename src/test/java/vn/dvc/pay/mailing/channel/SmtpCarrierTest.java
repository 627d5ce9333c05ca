package vn.dvc.pay.mailing.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvc.pay.mailing.MailingSettings;
import vn.dvc.pay.mailing.channel.Carrier.Outcome;
import vn.dvc.pay.mailing.channel.ScriptedMailServer.Habit;

@Tag("fast")
class SmtpCarrierTest {
  private static final Duration WHOLE = Duration.ofMillis(800);

  /** Far more than the limit even on a busy machine, far less than without it. */
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void addressThatTheServerDoesNotKnowIsRefusedForGoodAndOthersAreNot() {
    try (var server = new ScriptedMailServer(Habit.KNOWS_NOT_EVERYBODY)) {
      var carrier = carrier(server.port(), Duration.ofSeconds(20), false);

      assertThat(carrier.send(letter("nobody@example.vn"))).isEqualTo(Outcome.REFUSED);
      assertThat(carrier.send(letter("an@example.vn"))).isEqualTo(Outcome.SENT);
      assertThat(server.taken).containsExactly("an@example.vn");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SILENT", "DRIPPING", "BUSY"})
  void slowServerIsLeftWithinTheLimitForTheWholeExchange(Habit habit) {
    try (var server = new ScriptedMailServer(habit)) {
      var began = System.nanoTime();
      var outcome = carrier(server.port(), WHOLE, false).send(letter("an@example.vn"));

      assertThat(outcome).isEqualTo(Outcome.FAILED);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
    }
  }

  @Test
  void serverThatIsAwayMayBeThereLater() {
    int nobody;
    try (var server = new ScriptedMailServer(Habit.SILENT)) {
      nobody = server.port();
    }
    assertThat(carrier(nobody, WHOLE, false).send(letter("an@example.vn")))
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void nothingIsSentUnencryptedWhereEncryptionIsAskedFor() {
    try (var server = new ScriptedMailServer(Habit.KNOWS_NOT_EVERYBODY)) {
      var carrier = carrier(server.port(), Duration.ofSeconds(20), true);

      assertThat(carrier.send(letter("an@example.vn"))).isEqualTo(Outcome.FAILED);
      assertThat(server.taken).isEmpty();
    }
  }

  private static SmtpCarrier carrier(int port, Duration whole, boolean startTls) {
    var mail =
        new MailingSettings.Mail(
            "127.0.0.1", port, null, null, "dvc-pay@example.vn", startTls, whole);
    var sms = new MailingSettings.Sms(null, null, whole);
    return new SmtpCarrier(
        new MailingSettings(List.of(), whole, 1, Duration.ofDays(1), mail, sms, Map.of()));
  }

  private static Letter letter(String to) {
    return new Letter(UUID.randomUUID(), to, "Đã nộp", "Nội dung", null);
  }
}
