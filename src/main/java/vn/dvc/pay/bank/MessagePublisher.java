package vn.dvc.pay.bank;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.DatabaseTime;

/**
 * Tells the rooms above of stored messages, on every node: at once, and again and again, further
 * and further apart, until one of them says that it is handled. Holds no transaction; a listener
 * that fails fails for its message alone.
 */
@Component
class MessagePublisher {
  private static final Logger LOG = LoggerFactory.getLogger(MessagePublisher.class);
  private static final int BATCH = 50;
  private static final Duration LONG = Duration.ofMinutes(5);

  private final MessageRows rows;
  private final ApplicationEventPublisher events;
  private final DatabaseTime time;
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final ExecutorService thread;

  MessagePublisher(MessageRows rows, ApplicationEventPublisher events, DatabaseTime time) {
    this.rows = rows;
    this.events = events;
    this.time = time;
    // What is woken for while we shut down is left to another node or the next start.
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new CustomizableThreadFactory("bank-messages-"),
            new ThreadPoolExecutor.DiscardPolicy());
  }

  @Scheduled(fixedDelayString = "${dvc.bank.messages-poll:2s}")
  void wake() {
    if (wanted.compareAndSet(false, true)) {
      thread.execute(this::round);
    }
  }

  private void round() {
    wanted.set(false);
    try {
      publishDue();
    } catch (RuntimeException broken) {
      LOG.warn("Messages of banks wait for the next round: {}", named(broken));
    }
  }

  /** Each is postponed first, so a round ends however many of them fail. */
  void publishDue() {
    for (var due = rows.due(time.now(), BATCH); !due.isEmpty(); due = rows.due(time.now(), BATCH)) {
      due.forEach(this::publish);
    }
  }

  private void publish(MessageRows.Stored message) {
    var now = time.now();
    var age = Duration.between(message.receivedAt(), now);
    if (!rows.postpone(message.id(), now, now.plus(pauseAt(age)))) {
      return;
    }
    if (age.compareTo(LONG) > 0) {
      LOG.warn("Message {} is not handled since {}", words(message), message.receivedAt());
    }
    try {
      var told = MessageReader.read(message.kind(), message.bank(), message.body());
      events.publishEvent(told.event(message.id(), message.bank(), message.receivedAt()));
    } catch (RuntimeException failed) {
      LOG.warn("Message {} waits for a later round: {}", words(message), named(failed));
    }
  }

  /** After 5, 20 and 80 seconds of age, then every five minutes. */
  private static Duration pauseAt(Duration age) {
    if (age.toSeconds() < 5) {
      return Duration.ofSeconds(5);
    }
    if (age.toSeconds() < 20) {
      return Duration.ofSeconds(15);
    }
    return age.toSeconds() < 80 ? Duration.ofSeconds(60) : LONG;
  }

  private static String words(MessageRows.Stored message) {
    return message.kind() + " " + message.reference() + " of bank " + message.bank();
  }

  /** Without its text, which may quote what a payer wrote to the bank. */
  private static String named(Throwable failed) {
    var frames = failed.getStackTrace();
    return failed.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]);
  }

  @PreDestroy
  void stop() throws InterruptedException {
    thread.shutdown();
    if (!thread.awaitTermination(15, TimeUnit.SECONDS)) {
      thread.shutdownNow();
    }
  }
}
