package vn.dvc.pay.bank.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.bank.channel.BankFixture.BANK;
import static vn.dvc.pay.bank.inbox.SignedMessage.collection;
import static vn.dvc.pay.bank.notices.BankMessages.Kind.COLLECTION;
import static vn.dvc.pay.bank.notices.BankMessages.Kind.NOTICE;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dvc.pay.bank.HeardMessages;
import vn.dvc.pay.bank.SignedAnswers;
import vn.dvc.pay.bank.TestBank;
import vn.dvc.pay.bank.channel.BankFixture;
import vn.dvc.pay.bank.channel.BankRoomTest;
import vn.dvc.pay.bank.notices.BankMessages;
import vn.dvc.pay.bank.signing.NonceStore;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.AccountNumber;
import vn.dvc.pay.values.Money;
import vn.dvc.pay.values.Problem;

/** Each test uses its own references, because the tests share one database. */
@ExtendWith(OutputCaptureExtension.class)
@BankRoomTest
class BankMessagesTest {
  private static final String BIN = "970415";

  @Autowired BankFixture fixture;
  @Autowired DatabaseTime time;
  @Autowired BankMessages messages;
  @Autowired NonceStore nonces;
  @Autowired HeardMessages heard;
  @Autowired JdbcClient jdbc;

  private final String name = "C-" + UUID.randomUUID();

  @Test
  void aSignedCollectionIsStoredAndPublished() {
    assertThat(receive(collection(name, "120000", "nop phi\\r\\ndvc"))).isTrue();

    await().until(() -> !heard.of(name).isEmpty());
    var told = heard.of(name).get(0);
    assertThat(told.bank()).isEqualTo(BIN);
    assertThat(told.account()).isEqualTo(new AccountNumber(BIN, "113000000001"));
    assertThat(told.amount()).isEqualTo(Money.dong(120_000));
    assertThat(told.text()).isEqualTo("nop phi  dvc");
    assertThat(told.collectedAt()).isEqualTo(Instant.parse("2026-11-24T08:00:00Z"));
    assertThat(told.receivedAt()).isBetween(time.now().minusSeconds(30), time.now());
    assertThat(heard.insideATransaction).isFalse();
    assertThat(stored(name)).isEqualTo(1);
  }

  @Test
  void storedMessageStillProvesItsSignature() throws Exception {
    receive(collection(name, "120000", "nộp phí\\r\\ndvc"));
    var row =
        jdbc.sql(
                """
                select body, path, signed_call, signed_time, signed_nonce, signature, signing_key
                from bank_message where reference = ?""")
            .param(name)
            .query()
            .singleRow();
    var key = ECKey.parse((String) row.get("signing_key"));

    assertThat(key.isPrivate()).isFalse();
    assertThat(verifies(row, (String) row.get("body"), key)).isTrue();
    assertThat(verifies(row, row.get("body") + " ", key)).isFalse();
    var header = JWSObject.parse((String) row.get("signature"), new Payload("")).getHeader();
    assertThat(header.getKeyID()).isEqualTo(key.getKeyID());
  }

  private static boolean verifies(Map<String, Object> row, String body, ECKey key)
      throws Exception {
    var lines =
        String.join(
            "\n",
            "request",
            "POST",
            (String) row.get("path"),
            SignedAnswers.digest(body),
            (String) row.get("signed_call"),
            (String) row.get("signed_time"),
            (String) row.get("signed_nonce"));
    return JWSObject.parse((String) row.get("signature"), new Payload(lines))
        .verify(new ECDSAVerifier(key));
  }

  @Test
  void aNoticeNamesWhatChanged() {
    messages.receive(
        NOTICE, letter(SignedMessage.NOTICES, SignedMessage.notice(name, "M-" + name)).signed());

    await().until(() -> !heard.noticesOf("M-" + name).isEmpty());
    assertThat(heard.noticesOf("M-" + name).get(0).event()).isEqualTo("TRANSACTION_CHANGED");
  }

  @Test
  void repeatedMessageIsRecognisedHoweverItsReferenceIsSpelled() {
    assertThat(receive(collection(name, "120000"))).isTrue();
    assertThat(receive(collection(name, "120000"))).isFalse();
    assertThat(receive(collection(name, "120000").replace("{", "{ \"more\": [], "))).isFalse();
    assertThat(stored(name)).isEqualTo(1);
  }

  /**
   * Banks put a new time on a repeated message; if we rejected that, they would repeat it for ever.
   */
  @Test
  void repeatedMessageWithAnotherTimeIsRecognised() {
    var again = collection(name, "120000").replace("T08:00:00Z", "T08:00:07Z");
    assertThat(receive(collection(name, "120000"))).isTrue();
    assertThat(receive(again)).isFalse();

    var notice = SignedMessage.notice(name, "an-attempt");
    assertThat(messages.receive(NOTICE, letter(SignedMessage.NOTICES, notice).signed())).isTrue();
    assertThat(
            messages.receive(
                NOTICE,
                letter(SignedMessage.NOTICES, notice.replace("T08:00:00Z", "T09:30:00Z")).signed()))
        .isFalse();
    assertThat(
            jdbc.sql("select body from bank_message where kind = 'COLLECTION' and reference = ?")
                .param(name)
                .query(String.class)
                .single())
        .contains("T08:00:00Z");
  }

  @Test
  void differentContentUnderTheSameReferenceIsRejectedAndLogged(CapturedOutput output) {
    receive(collection(name, "120000"));

    assertProblem(collection(name, "130000"), 409, "message-differs");
    assertProblem(collection(name, "120000", "other CANARY"), 409, "message-differs");
    assertThat(output).contains("Security: signed COLLECTION of bank 970415 refused");
    assertThat(output).contains(name).doesNotContain("CANARY");
    assertThat(stored(name)).isEqualTo(1);
  }

  @Test
  void collectionNoticeAndAnotherBanksCollectionMayShareAReference() {
    assertThat(receive(collection(name, "120000"))).isTrue();
    assertThat(
            messages.receive(
                NOTICE, letter(SignedMessage.NOTICES, SignedMessage.notice(name, "m")).signed()))
        .isTrue();
    assertThat(messages.receive(COLLECTION, letter(collection(name, "5")).from("970436").signed()))
        .isTrue();
    assertThat(stored(name)).isEqualTo(3);
  }

  @Test
  void messageDeliveredEightTimesAtOnceIsNewOnce() {
    var news =
        atOnce(
            Stream.generate(() -> letter(collection(name, "120000")).signed()).limit(8).toList());

    assertThat(news).filteredOn(Boolean.TRUE::equals).hasSize(1);
    assertThat(news).filteredOn(Boolean.FALSE::equals).hasSize(7);
    assertThat(stored(name)).isEqualTo(1);
  }

  @Test
  void signatureSentTwiceConcurrentlyIsAcceptedOnce() {
    var one = letter(collection(name, "120000")).signed();

    assertThat(atOnce(List.of(one, one))).containsExactlyInAnyOrder(true, "signature-invalid");
    assertThatThrownBy(() -> messages.receive(COLLECTION, one))
        .isInstanceOf(Problem.class)
        .hasMessage("signature-invalid");
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void messageWithoutAFreshSignatureByItsBankIsRejected(BankMessages.Signed forged) {
    assertThatThrownBy(() -> messages.receive(COLLECTION, forged))
        .isInstanceOfSatisfying(
            Problem.class,
            no -> {
              assertThat(no.status()).isEqualTo(401);
              assertThat(no.code()).isEqualTo("signature-invalid");
            });
    assertThat(stored("F-1")).isZero();
  }

  static Stream<BankMessages.Signed> forgeries() {
    var body = collection("F-1", "120000");
    var right = letter(body);
    var signed = right.signed();
    return Stream.of(
        right.sent(body.replace("120000", "120001")),
        onPath(letter(SignedMessage.NOTICES, body).signed(), SignedMessage.COLLECTIONS),
        letter(body).signedBy(TestBank.stranger()).signed(),
        letter(body).signedBy(TestBank.namesake()).signed(),
        letter(body).from("000000").signed(),
        letter(body).from("x").signed(),
        letter(body).from("970431").signed(),
        letter(body).at(Instant.now().minusSeconds(62)).signed(),
        letter(body).at(Instant.now().plusSeconds(90)).signed(),
        letter(body).underNonce("").signed(),
        letter(body).underNonce("n".repeat(65)).signed(),
        new BankMessages.Signed(
            null, SignedMessage.COLLECTIONS, new byte[0], null, null, null, null),
        new BankMessages.Signed(
            BIN,
            SignedMessage.COLLECTIONS,
            signed.body(),
            "c",
            "yesterday",
            "n",
            signed.signature()),
        new BankMessages.Signed(
            BIN,
            SignedMessage.COLLECTIONS,
            signed.body(),
            "c",
            Instant.now().toString(),
            "n",
            "a..b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-120000",
        "120000.5",
        "1.2e5",
        "120000.0",
        "\"120000\"",
        "null",
        "[]",
        "true",
        "9223372036854775808",
        "1000000000000000"
      })
  void anAmountIsAPositiveWholeNumberOfDong(String amount) {
    assertProblem(collection(name, amount), 422, "amount-invalid");
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void signedMessageThatViolatesTheContractIsRejected(String body) {
    assertProblem(body, 422, "message-malformed");
  }

  static Stream<String> malformed() {
    var right = collection("F-2", "120000");
    return Stream.of(
        "",
        "[]",
        "not json",
        right + right,
        right.replace("{", "{\"amount\":1,"),
        right.replace("\"F-2\"", "\"\""),
        right.replace("\"F-2\"", "\" F-2\""),
        right.replace("\"F-2\"", "\"F\\u00002\""),
        right.replace("\"F-2\"", "\"Phiếu 2\""),
        right.replace("F-2", "F".repeat(65)),
        right.replace("\"F-2\"", "2"),
        right.replace("VND", "USD"),
        right.replace("113000000001", "11 30"),
        right.replace("08:00:00Z", "08:00:00"),
        right.replace("2026-11-24", "+999999999-11-24"),
        right.replace("2026-11-24", "1026-11-24"),
        right.replace("NOP PHI", "x".repeat(201)),
        collection("F-2", "120000", "x".repeat(10_000)),
        right.replace("\"text\"", "\"words\""));
  }

  @Test
  void unknownEventIsRejected() {
    var odd = SignedMessage.notice(name, "m").replace("TRANSACTION_CHANGED", "PAID");

    assertThatThrownBy(() -> messages.receive(NOTICE, letter(SignedMessage.NOTICES, odd).signed()))
        .hasMessage("message-malformed");
  }

  @Test
  void rejectedMessageIsLoggedByReferenceOnly(CapturedOutput output) {
    assertProblem(collection(name, "-1", "CANARY"), 422, "amount-invalid");

    assertThat(output).contains("Security: signed COLLECTION").contains(name);
    assertThat(output).doesNotContain("CANARY");
  }

  @Test
  void messagesAreNotAcceptedInsideATransaction() {
    assertThatThrownBy(() -> fixture.in(() -> receive(collection(name, "1"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(stored(name)).isZero();
  }

  @Test
  void noncesAreDeletedLongAfterTheirSignaturesExpired() {
    var letter = letter(collection(name, "120000"));
    messages.receive(COLLECTION, letter.signed());

    time.travel(Duration.ofMinutes(9));
    nonces.forget();
    assertThat(seen(letter)).isEqualTo(1);

    time.travel(Duration.ofMinutes(11));
    nonces.forget();
    assertThat(seen(letter)).isZero();
  }

  private boolean receive(String body) {
    return messages.receive(COLLECTION, letter(body).signed());
  }

  private void assertProblem(String body, int status, String code) {
    assertThatThrownBy(() -> receive(body))
        .isInstanceOfSatisfying(
            Problem.class,
            no -> {
              assertThat(no.code()).isEqualTo(code);
              assertThat(no.status()).isEqualTo(status);
            });
  }

  private List<Object> atOnce(List<BankMessages.Signed> all) {
    var threads = Executors.newFixedThreadPool(all.size());
    try {
      var running =
          all.stream()
              .map(one -> CompletableFuture.supplyAsync(() -> outcome(one), threads))
              .toList();
      return running.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }

  private Object outcome(BankMessages.Signed message) {
    try {
      return messages.receive(COLLECTION, message);
    } catch (Problem refused) {
      return refused.code();
    }
  }

  private static SignedMessage letter(String body) {
    return letter(SignedMessage.COLLECTIONS, body);
  }

  private static SignedMessage letter(String path, String body) {
    return SignedMessage.of(BIN, path, body, BANK.signingKey());
  }

  private static BankMessages.Signed onPath(BankMessages.Signed signed, String path) {
    return new BankMessages.Signed(
        signed.bank(),
        path,
        signed.body(),
        signed.call(),
        signed.time(),
        signed.nonce(),
        signed.signature());
  }

  private int stored(String reference) {
    return jdbc.sql("select count(*) from bank_message where reference = ?")
        .param(reference)
        .query(Integer.class)
        .single();
  }

  private int seen(SignedMessage letter) {
    return jdbc.sql("select count(*) from bank_nonce where nonce = ?")
        .param(letter.nonce())
        .query(Integer.class)
        .single();
  }
}
