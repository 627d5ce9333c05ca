package vn.dvc.pay.bank.inbox;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.DueWork;

/**
 * Publishes stored messages on every node: at once, and then at growing intervals until a listener
 * marks them as handled. Holds no transaction; a failing listener affects only its own message.
 */
@Component
class MessagePublisher {
  private static final Logger LOG = LoggerFactory.getLogger(MessagePublisher.class);

  /** A message that waits for a lock occupies one slot and delays no other. */
  private static final int SLOTS = 4;

  private static final Duration LONG = Duration.ofMinutes(5);

  private final MessageRepository messages;
  private final ApplicationEventPublisher events;
  private final DatabaseTime time;
  private final DueWork<MessageRepository.Stored> work;

  MessagePublisher(
      MessageRepository messages, ApplicationEventPublisher events, DatabaseTime time) {
    this.messages = messages;
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

  @Scheduled(fixedDelayString = "${dvc.bank.messages-poll:15s}")
  @EventListener(DatabaseTime.Travelled.class)
  void wake() {
    work.wake();
  }

  private List<MessageRepository.Stored> due(int atMost) {
    return messages.due(time.now(), atMost);
  }

  /** Starts as many due messages as there are free slots and returns those in progress. */
  List<CompletableFuture<Void>> round() {
    return work.round();
  }

  /** Postpones first, so that a failing message is not due again at once. */
  private boolean postponeAndPublish(MessageRepository.Stored message) {
    try {
      return publish(message);
    } catch (RuntimeException broken) {
      LOG.warn(
          "Message {} could not be claimed, the next round tries again: {}",
          describe(message),
          classAndPlace(broken));
      return false;
    }
  }

  private boolean publish(MessageRepository.Stored message) {
    var now = time.now();
    var age = Duration.between(message.receivedAt(), now);
    var pause = pauseAt(age);
    if (!messages.postpone(message.id(), now, now.plus(pause))) {
      return false;
    }
    work.wakeAfter(pause);
    if (age.compareTo(LONG) > 0) {
      LOG.warn("Message {} has not been handled since {}", describe(message), message.receivedAt());
    }
    try {
      var content = MessageReader.read(message.kind(), message.bank(), message.body());
      events.publishEvent(content.event(message.id(), message.bank(), message.receivedAt()));
    } catch (RuntimeException failed) {
      LOG.warn(
          "Message {} could not be handled, a later round tries again: {}",
          describe(message),
          classAndPlace(failed));
    }
    return true;
  }

  /** At the ages of 5, 20 and 80 seconds, then every five minutes. */
  private static Duration pauseAt(Duration age) {
    if (age.toSeconds() < 5) {
      return Duration.ofSeconds(5);
    }
    if (age.toSeconds() < 20) {
      return Duration.ofSeconds(15);
    }
    return age.toSeconds() < 80 ? Duration.ofSeconds(60) : LONG;
  }

  private static String describe(MessageRepository.Stored message) {
    return message.kind() + " " + message.reference() + " of bank " + message.bank();
  }

  /** Leaves out the exception's text, which may quote what a payer wrote to the bank. */
  private static String classAndPlace(Throwable failed) {
    var frames = failed.getStackTrace();
    return failed.getClass().getName() + (frames.length == 0 ? "" : " at " + frames[0]);
  }

  @PreDestroy
  void stop() throws InterruptedException {
    work.stop();
  }
}
