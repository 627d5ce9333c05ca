package vn.dvc.pay.bank.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dvc.pay.bank.BankAnswer;
import vn.dvc.pay.bank.BankStatements.Fetched;
import vn.dvc.pay.bank.Operation;
import vn.dvc.pay.bank.TestBank;
import vn.dvc.pay.testing.MoodyPeer;
import vn.dvc.pay.testing.MoodyPeer.Mood;

/**
 * A bank that misbehaves in every way: each call ends in time, in little memory, and as Unknown
 * where money may have moved.
 */
class BankPeersTest {
  private static final String KEYS = new JWKSet(TestBank.stranger()).toString();
  private static final MoodyPeer BANK = new MoodyPeer();
  private static final MoodyPeer BANK_WITH_KEYS = new MoodyPeer().spares("/keys", KEYS);
  private static final LineRig RIG = LineRig.impatient(BANK_WITH_KEYS.url());

  /** Far beyond the limit, and far below what an endless peer would take. */
  private static final Duration SOON = Duration.ofSeconds(8);

  @AfterAll
  static void stop() {
    BANK.close();
    BANK_WITH_KEYS.close();
    RIG.close();
  }

  @ParameterizedTest
  @EnumSource
  void aCallForMoneyIsUnknownAndSentOnce(Mood mood) {
    RIG.breakers.of("bank-970415-calls").reset();
    BANK_WITH_KEYS.is(mood);

    var answer = inTime(BANK_WITH_KEYS, () -> RIG.send(Operation.CAPTURE));

    assertThat(answer).isInstanceOf(BankAnswer.Unknown.class);
    assertThat(BANK_WITH_KEYS.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void anInquiryIsUnknownAndSentOnce(Mood mood) {
    RIG.breakers.of("bank-970415-inquiries").reset();
    BANK_WITH_KEYS.is(mood);

    var answer = inTime(BANK_WITH_KEYS, () -> RIG.send(Operation.INQUIRY));

    assertThat(answer).isInstanceOf(BankAnswer.Unknown.class);
    assertThat(BANK_WITH_KEYS.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aStatementIsMissingAndAskedForOnce(Mood mood) {
    BANK_WITH_KEYS.is(mood);

    var file = inTime(BANK_WITH_KEYS, () -> RIG.statement(LocalDate.of(2026, 11, 24)));

    assertThat(file).isInstanceOf(Fetched.Missing.class);
    assertThat(BANK_WITH_KEYS.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void withoutItsKeysNothingIsSent(Mood mood) {
    BANK.saysWell(KEYS).is(mood);
    try (var rig = LineRig.impatient(BANK.url())) {
      var answer = inTime(BANK, () -> rig.ask(Operation.CAPTURE, Map.of()));

      if (mood.isWell()) {
        assertThat(answer).isInstanceOf(BankAnswer.Unknown.class);
        assertThat(BANK.requests()).hasSize(2);
      } else {
        assertThat(answer).isEqualTo(new BankAnswer.NotSent("no-keys-of-bank"));
        assertThat(BANK.requests()).containsExactly("GET /keys HTTP/1.1");
      }
    }
  }

  @Test
  void whenNoConnectionIsAcceptedNothingIsSent() throws IOException {
    try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var waiting = new Queue(full.getLocalPort());
        var rig = LineRig.impatient("http://localhost:" + full.getLocalPort())) {
      assertThat(waiting.isFull()).isTrue();

      assertThat(rig.send(Operation.CAPTURE)).isEqualTo(new BankAnswer.NotSent("connect-timeout"));
    }
  }

  /** Fills the server's backlog with connections that wait to be accepted. */
  private static final class Queue implements AutoCloseable {
    private final List<Socket> waiting = new ArrayList<>();
    private boolean full;

    private Queue(int port) throws IOException {
      while (!full && waiting.size() < 100) {
        var socket = new Socket();
        waiting.add(socket);
        try {
          socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
        } catch (SocketTimeoutException noRoom) {
          full = true;
        }
      }
    }

    private boolean isFull() {
      return full;
    }

    @Override
    public void close() throws IOException {
      for (var socket : waiting) {
        socket.close();
      }
    }
  }

  private static <T> T inTime(MoodyPeer peer, Supplier<T> exchange) {
    var outcome = assertTimeoutPreemptively(SOON, exchange::get);
    assertThat(peer.couldSendLittle()).isTrue();
    return outcome;
  }
}
