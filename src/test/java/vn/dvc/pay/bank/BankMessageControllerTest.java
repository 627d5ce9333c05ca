package vn.dvc.pay.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.dvc.pay.PayApplication;
import vn.dvc.pay.bank.inbox.SignedMessage;
import vn.dvc.pay.web.HttpCaller;
import vn.dvc.pay.web.HttpCaller.Answer;

/** The whole application on a port of its own: banks send their messages over real HTTP. */
@SpringBootTest(classes = PayApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import(BankMessageControllerTest.Listening.class)
class BankMessageControllerTest {
  private static final TestBank BANK = new TestBank();

  @LocalServerPort private int port;
  @Autowired private JdbcClient jdbc;
  @Autowired private HeardMessages heard;

  private final String name = "H-" + UUID.randomUUID();
  private final String body = SignedMessage.collection(name, "120000");

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("dvc.sandbox-url", BANK::url);
    registry.add("dvc.bank.keys-timeout", () -> "10s");
  }

  /**
   * Carries no stereotype, so that the component scan of this room's own tests does not find it.
   */
  static class Listening {
    @Bean
    HeardMessages heardMessages() {
      return new HeardMessages();
    }
  }

  @Test
  void aSignedCollectionIsStoredAnsweredAndPublished() {
    var answer = send(collection());

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("Set-Cookie")).isNull();
    assertThat(stored()).isEqualTo(1);
    await().until(() -> heard.of(name).size() == 1);
    assertThat(send(collection()).status()).isEqualTo(202);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void aSignedNoticeIsStoredAnsweredAndPublished() {
    var notice = SignedMessage.notice(name, "M-" + name);

    assertThat(send(letter(SignedMessage.NOTICES, notice)).status()).isEqualTo(202);

    assertThat(stored()).isEqualTo(1);
    await().until(() -> heard.noticesOf("M-" + name).size() == 1);
  }

  @Test
  void aMessageDeliveredTwiceAtOnceIsStoredOnceAndAcknowledgedTwice() {
    var two =
        List.of(
            CompletableFuture.supplyAsync(() -> send(collection()).status()),
            CompletableFuture.supplyAsync(() -> send(collection()).status()));

    assertThat(two.stream().map(CompletableFuture::join).toList()).containsExactly(202, 202);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void messageWithoutAFreshSignatureByItsBankIsRejected() {
    var replayed = collection();
    send(replayed);

    assertProblem(send(replayed), 401, "signature-invalid");
    assertProblem(send(collection().signedBy(TestBank.stranger())), 401, "signature-invalid");
    assertProblem(send(collection().from("970431")), 401, "signature-invalid");
    assertProblem(send(collection().from("123456")), 401, "signature-invalid");
    assertProblem(send(collection().at(Instant.now().minusSeconds(90))), 401, "signature-invalid");
    assertProblem(post(collection(), body.replace("120000", "120001")), 401, "signature-invalid");
    assertProblem(
        anybody().json("POST", SignedMessage.COLLECTIONS, body), 401, "signature-invalid");
    assertProblem(
        anybody().send("POST", SignedMessage.COLLECTIONS, "application/json", null),
        401,
        "signature-invalid");
    assertThat(stored()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "9223372036854775808"})
  void anAmountIsAPositiveWholeNumberOfDong(String amount) {
    assertProblem(
        send(letter(SignedMessage.COLLECTIONS, SignedMessage.collection(name, amount))),
        422,
        "amount-invalid");
  }

  @Test
  void malformedMessageIsRejectedWithItsFault() {
    var long10k = SignedMessage.collection(name, "1", "x".repeat(10_000));
    var long70k = SignedMessage.collection(name, "1", "x".repeat(70_000));

    assertProblem(send(letter(SignedMessage.COLLECTIONS, long10k)), 422, "message-malformed");
    assertProblem(send(letter(SignedMessage.COLLECTIONS, "<xml/>")), 422, "message-malformed");
    assertProblem(send(letter(SignedMessage.COLLECTIONS, long70k)), 413, "body-too-large");
    var form = collection();
    assertProblem(
        with(form).send("POST", form.path(), "application/x-www-form-urlencoded", body),
        415,
        "media-type-unsupported");
    assertThat(stored()).isZero();
  }

  @Test
  void differentContentUnderAKnownReferenceIsAConflict() {
    send(collection());

    var refused = send(letter(SignedMessage.COLLECTIONS, SignedMessage.collection(name, "1")));

    assertProblem(refused, 409, "message-differs");
    assertThat(refused.json().get("reference").asText()).isEqualTo(name);
    assertThat(refused.json().get("title").asText()).contains("Mã tham chiếu");
    assertThat(refused.json().get("titleEn").asText()).contains("reference");
  }

  @Test
  void noOtherPathIsServed() {
    assertProblem(anybody().get(SignedMessage.COLLECTIONS), 405, "method-not-allowed");
    assertThat(anybody().get(SignedMessage.NOTICES).header("Allow")).isEqualTo("POST");
    assertProblem(anybody().json("PUT", SignedMessage.NOTICES, "{}"), 405, "method-not-allowed");
    assertProblem(anybody().json("POST", "/bank/v1/other", "{}"), 404, "path-not-found");
    assertProblem(anybody().get("/bank/v1"), 404, "path-not-found");
    assertProblem(anybody().get("/bank/v1/a/%2e%2e/b"), 400, "bad-request");
  }

  private SignedMessage collection() {
    return letter(SignedMessage.COLLECTIONS, body);
  }

  private static SignedMessage letter(String path, String body) {
    return SignedMessage.of("970415", path, body, BANK.signingKey());
  }

  private Answer send(SignedMessage letter) {
    return post(letter, letter.body());
  }

  private Answer post(SignedMessage letter, String sent) {
    return with(letter).json("POST", letter.path(), sent);
  }

  private HttpCaller with(SignedMessage letter) {
    var caller = anybody();
    letter.headers().forEach(caller::with);
    return caller;
  }

  private HttpCaller anybody() {
    return HttpCaller.of(port);
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().get("code").asText()).isEqualTo(code);
  }

  private int stored() {
    return jdbc.sql("select count(*) from bank_message where reference = ?")
        .param(name)
        .query(Integer.class)
        .single();
  }
}
