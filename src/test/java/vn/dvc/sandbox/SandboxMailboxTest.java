package vn.dvc.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import vn.dvc.sandbox.mailbox.SandboxMailServer;

/** A tester reads on one page what people received. */
class SandboxMailboxTest {
  @TempDir static Path data;
  private static RunningSandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox = new RunningSandbox(data, "http://localhost:1");
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void mailToAnybodyIsShownAsItWasWritten() throws Exception {
    var mail = new SimpleMailMessage();
    mail.setFrom("dvc-pay@example.vn");
    mail.setTo("an@example.vn");
    mail.setSubject("Đã nộp 1.000 đ");
    mail.setText("Chào <b>bạn</b>, mã <script>alert(1)</script> là 123456");
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(sandbox.context().getBean(SandboxMailServer.class).port());
    sender.setDefaultEncoding("UTF-8");
    sender.send(mail);

    assertThat(page())
        .contains("an@example.vn", "Đã nộp 1.000 đ", "&lt;b&gt;bạn", "là 123456")
        .doesNotContain("<script>");
  }

  @Test
  void smsIsTakenOnceHoweverOftenItIsSent() throws Exception {
    var order = "{\"id\":\"1\",\"to\":\"+84912345678\",\"text\":\"Ma 654321\"}";
    assertThat(send(order)).isEqualTo(202);
    assertThat(send(order)).isEqualTo(202);
    assertThat(send("{\"id\":\"2\",\"to\":\"12\",\"text\":\"x\"}")).isEqualTo(422);
    assertThat(send("{}")).isEqualTo(400);

    assertThat(page()).containsOnlyOnce("654321").contains("+84912345678");
  }

  private static int send(String order) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + "/sms"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(order))
            .build();
    return RunningSandbox.HTTP.send(request, BodyHandlers.discarding()).statusCode();
  }

  private static String page() throws Exception {
    var request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/mailbox")).build();
    return RunningSandbox.HTTP.send(request, BodyHandlers.ofString()).body();
  }
}
