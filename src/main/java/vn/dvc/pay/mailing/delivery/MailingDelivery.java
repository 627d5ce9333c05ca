package vn.dvc.pay.mailing.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.MailingSettings;
import vn.dvc.pay.mailing.address.AddressRepository;
import vn.dvc.pay.mailing.channel.Carrier;
import vn.dvc.pay.mailing.channel.Letter;
import vn.dvc.pay.mailing.queue.MailingClaims;
import vn.dvc.pay.mailing.queue.MailingClaims.Due;
import vn.dvc.pay.mailing.queue.MailingQueue;
import vn.dvc.pay.mailing.text.Composer;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.DueWork;

/**
 * Sends due messages, on every node, each channel in slots of its own: a mail server that is dead
 * or slow keeps nothing else waiting. Holds no transaction and no connection meanwhile. A message
 * may arrive twice.
 */
@Component
class MailingDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(MailingDelivery.class);

  private final MailingClaims claims;
  private final AddressRepository addresses;
  private final Composer composer;
  private final MeterRegistry meters;
  private final Map<Channel, DueWork<Due>> work = new EnumMap<>(Channel.class);

  MailingDelivery(
      MailingClaims claims,
      AddressRepository addresses,
      Composer composer,
      List<Carrier> carriers,
      MailingSettings settings,
      MeterRegistry meters) {
    this.claims = claims;
    this.addresses = addresses;
    this.composer = composer;
    this.meters = meters;
    for (var carrier : carriers) {
      var channel = carrier.channel();
      if (settings.offered().contains(channel)) {
        work.put(
            channel,
            DueWork.ofClaimed(
                "mailing-" + channel.name().toLowerCase(Locale.ROOT),
                settings.slots(),
                limit -> claims.claim(channel, limit),
                Due::id,
                due -> deliver(due, carrier)));
      }
    }
  }

  @TransactionalEventListener
  void wakeAfterCommit(MailingQueue.QueueFilled committed) {
    wake();
  }

  @Scheduled(fixedDelayString = "${dvc.mailing.poll:5m}")
  @EventListener(DatabaseTime.Travelled.class)
  void wake() {
    work.values().forEach(DueWork::wake);
  }

  /** Starts as many due messages as there are free slots and returns those in progress. */
  List<CompletableFuture<Void>> round() {
    return work.values().stream().flatMap(each -> each.round().stream()).toList();
  }

  private boolean deliver(Due due, Carrier carrier) {
    try {
      var letter = letter(due);
      if (letter.isEmpty()) {
        claims.dropped(due);
        count(due, "DROPPED");
        return true;
      }
      var outcome = carrier.send(letter.get());
      count(due, outcome.name());
      switch (outcome) {
        case SENT -> claims.sent(due);
        case REFUSED -> claims.refused(due);
        case FAILED -> failed(due);
      }
      return true;
    } catch (RuntimeException e) {
      LOG.warn(
          "Mailing {} ({}) could not be dealt with, a later round tries again: {}",
          due.id(),
          due.kind(),
          e.getClass().getSimpleName());
      return false;
    }
  }

  private Optional<Letter> letter(Due due) {
    if (due.addressId() == null) {
      return composer.toStaff(due);
    }
    return addresses.find(due.addressId()).flatMap(address -> composer.toPayer(due, address));
  }

  private void failed(Due due) {
    var pause = claims.failed(due);
    if (pause == null) {
      LOG.warn("Mailing {} ({}) was given up", due.id(), due.kind());
      count(due, "GIVEN_UP");
    } else {
      work.get(due.channel()).wakeAfter(pause);
    }
  }

  private void count(Due due, String outcome) {
    meters.counter("dvc.mailings", "channel", due.channel().name(), "outcome", outcome).increment();
  }

  @PreDestroy
  void stop() throws InterruptedException {
    for (var each : work.values()) {
      each.stop();
    }
  }
}
