package vn.dvc.pay.bank.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.dvc.pay.bank.channel.BankFixture.BANK;
import static vn.dvc.pay.bank.inbox.SignedMessage.collection;
import static vn.dvc.pay.bank.notices.BankMessages.Kind.COLLECTION;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.bank.HeardMessages;
import vn.dvc.pay.bank.channel.BankFixture;
import vn.dvc.pay.bank.channel.BankRoomTest;
import vn.dvc.pay.bank.notices.BankMessages;
import vn.dvc.pay.time.DatabaseTime;

/**
 * A stored message is published until it is handled; {@link BankMessagesTest} covers the storing.
 */
@ExtendWith(OutputCaptureExtension.class)
@BankRoomTest
class PublishedMessagesTest {
  @Autowired BankFixture fixture;
  @Autowired DatabaseTime time;
  @Autowired TransactionTemplate transaction;
  @Autowired BankMessages messages;
  @Autowired MessagePublisher publisher;
  @Autowired HeardMessages heard;
  @Autowired JdbcClient jdbc;

  private final String name = "C-" + UUID.randomUUID();

  @Test
  void messageIsPublishedAgainAtGrowingPausesUntilItIsHandled() {
    receive(collection(name, "120000"));
    await().until(() -> heard.of(name).size() == 1);

    publishedAfter(4, 1);
    publishedAfter(6, 2);
    publishedAfter(19, 2);
    publishedAfter(22, 3);
    publishedAfter(80, 3);
    publishedAfter(83, 4);
    publishedAfter(380, 4);
    publishedAfter(384, 5);

    assertThat(fixture.in(() -> messages.handled(heard.message(name)))).isTrue();
    publishedAfter(10_000, 5);
  }

  @Test
  void onlyOneOfTwoConcurrentHandlersSucceeds() {
    receive(collection(name, "120000"));
    await().until(() -> heard.of(name).size() == 1);
    var id = heard.message(name);

    var two =
        Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> fixture.in(() -> messages.handled(id))))
            .limit(2)
            .toList();

    assertThat(two.stream().map(CompletableFuture::join).toList())
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void handlingThatRollsBackDoesNotCount() {
    receive(collection(name, "120000"));
    await().until(() -> heard.of(name).size() == 1);

    transaction.executeWithoutResult(
        status -> {
          messages.handled(heard.message(name));
          status.setRollbackOnly();
        });

    publishedAfter(6, 2);
  }

  @Test
  void handlingRequiresATransaction() {
    assertThatThrownBy(() -> messages.handled(UUID.randomUUID()))
        .isInstanceOf(org.springframework.transaction.IllegalTransactionStateException.class);
  }

  @Test
  void lockedMessageDoesNotBlockOthers() {
    var other = name.replace("C-", "D-");
    receive(collection(name, "120000"));
    await().until(() -> heard.of(name).size() == 1);

    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("select id from bank_message where reference = ? for update")
              .param(name)
              .query(UUID.class)
              .single();
          time.travel(Duration.ofSeconds(6));
          CompletableFuture.runAsync(() -> receive(collection(other, "120000"))).join();
          await().until(() -> heard.of(other).size() == 1);
        });

    publishedAfter(6, 2);
  }

  @Test
  void failingListenerAffectsOnlyItsOwnMessage(CapturedOutput output) {
    heard.failing.add(name);
    var other = name.replace("C-", "D-");

    receive(collection(name, "120000"));
    receive(collection(other, "120000"));

    await().until(() -> heard.of(name).size() == 1 && heard.of(other).size() == 1);
    await()
        .untilAsserted(
            () -> assertThat(output).contains(name + " of bank 970415 could not be handled"));
    assertThat(output).doesNotContain("CANARY");
    publishedAfter(6, 2);
  }

  private void publishedAfter(int seconds, int times) {
    time.travel(Duration.ofSeconds(seconds));
    for (var inHand = publisher.round(); !inHand.isEmpty(); inHand = publisher.round()) {
      inHand.forEach(CompletableFuture::join);
    }
    assertThat(heard.of(name)).as("after " + seconds + " s").hasSize(times);
  }

  private void receive(String body) {
    var message =
        SignedMessage.of("970415", SignedMessage.COLLECTIONS, body, BANK.signingKey()).signed();
    messages.receive(COLLECTION, message);
  }
}
