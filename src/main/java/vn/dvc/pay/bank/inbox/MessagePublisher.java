package vn.dvc.pay.bank.inbox;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.DueWork;

/**
 * Tells the rooms above of stored messages, on every node: at once, and again and again, further
 * and further apart, until one of them says that it is handled. Holds no transaction; a listener
 * that fails fails for its message alone.
 */
@Component
class MessagePublisher {
  private static final Logger LOG = LoggerFactory.getLogger(MessagePublisher.class);

  /** A message whose rows are held by somebody fills one of them and keeps no other waiting. */
  private static final int SLOTS = 4;

  private static final Duration LONG = Duration.ofMinutes(5);

  private final MessageRepository rows;
  private final ApplicationEventPublisher events;
  private final DatabaseTime time;
  private final DueWork<MessageRepository.Stored> work;

  MessagePublisher(MessageRepository rows, ApplicationEventPublisher events, DatabaseTime time) {
    this.rows = rows;
    this.events = events;
    this.time = time;
    this.work =
        new DueWork<>(
            "bank-messages",
            SLOTS,
            this::due,
            MessageRepository.Stored::id,
            this::postponeAndPublish);
  }

  @Scheduled(fixedDelayString = "${dvc.bank.messages-poll:2s}")
  void wake() {
    work.wake();
  }

  private List<MessageRepository.Stored> due(int atMost) {
    return rows.due(time.now(), atMost);
  }

  /** Starts what is due as far as slots are free, and returns what is under way. */
  List<CompletableFuture<Void>> round() {
    return work.round();
  }

  /** Postponed first, so that it is not due again at once however it fails. */
  private boolean postponeAndPublish(MessageRepository.Stored message) {
    try {
      return publish(message);
    } catch (RuntimeException broken) {
      LOG.warn("Message {} waits for the next round: {}", words(message), named(broken));
      return false;
    }
  }

  private boolean publish(MessageRepository.Stored message) {
    var now = time.now();
    var age = Duration.between(message.receivedAt(), now);
    if (!rows.postpone(message.id(), now, now.plus(pauseAt(age)))) {
      return false;
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
    return true;
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

  private static String words(MessageRepository.Stored message) {
    return message.kind() + " " + message.reference() + " of bank " + message.bank();
  }

  /** Without its text, which may quote what a payer wrote to the bank. */
  private static String named(Throwable failed) {
    var frames = failed.getStackTrace();
    return failed.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]);
  }

  @PreDestroy
  void stop() throws InterruptedException {
    work.stop();
  }
}
