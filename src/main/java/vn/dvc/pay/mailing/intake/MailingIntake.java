package vn.dvc.pay.mailing.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.mailing.address.AddressRepository;
import vn.dvc.pay.mailing.queue.MailingQueue;
import vn.dvc.pay.notification.EventsForPeople;
import vn.dvc.pay.notification.EventsForPeople.Event;
import vn.dvc.pay.payment.Payments;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Payer;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.RegistrationId;

/**
 * Finds out who is to be told of what happened: half a minute later at most, many events at once,
 * in a transaction of its own. An event that cannot be read holds up no other.
 */
@Component
class MailingIntake {
  private static final Logger LOG = LoggerFactory.getLogger(MailingIntake.class);
  private static final int AT_ONCE = 50;
  private static final Duration LATER = Duration.ofHours(1);

  private final EventsForPeople events;
  private final Payments payments;
  private final Registrations registrations;
  private final AddressRepository addresses;
  private final MailingQueue queue;
  private final TransactionTemplate transaction;
  private final DatabaseTime time;

  MailingIntake(
      EventsForPeople events,
      Payments payments,
      Registrations registrations,
      AddressRepository addresses,
      MailingQueue queue,
      TransactionTemplate transaction,
      DatabaseTime time) {
    this.events = events;
    this.payments = payments;
    this.registrations = registrations;
    this.addresses = addresses;
    this.queue = queue;
    this.transaction = transaction;
    this.time = time;
  }

  @Scheduled(fixedDelayString = "${dvc.mailing.intake:30s}")
  void look() {
    var found = new ArrayList<Event>();
    try {
      transaction.executeWithoutResult(
          status -> {
            found.addAll(events.due(AT_ONCE));
            read(found);
          });
    } catch (RuntimeException failed) {
      LOG.warn(
          "{} events could not be read at once, one by one now: {}",
          found.size(),
          failed.getClass().getSimpleName());
      found.forEach(this::readAlone);
    }
  }

  private void readAlone(Event event) {
    try {
      transaction.executeWithoutResult(
          status -> {
            if (events.lock(event.id())) {
              read(List.of(event));
            }
          });
    } catch (RuntimeException failed) {
      LOG.warn(
          "Nobody can be told of event {} ({}) yet: {}",
          event.id(),
          event.type(),
          failed.getClass().getSimpleName());
      transaction.executeWithoutResult(
          status -> events.postpone(event.id(), time.now().plus(LATER)));
    }
  }

  private void read(List<Event> found) {
    if (found.isEmpty()) {
      return;
    }
    var told = found.stream().flatMap(event -> Fact.of(event).stream()).toList();
    var payers = payersOf(told);
    var ids = new LinkedHashSet<String>();
    payers.values().forEach(payer -> ids.add(payer.id()));
    var wanted = addresses.confirmed(ids);
    for (var fact : told) {
      var payer = payers.get(fact.subject());
      wanted.stream()
          .filter(
              address ->
                  payer != null
                      && address.payerId().equals(payer.id())
                      && address.payerKind() == payer.kind())
          .forEach(
              address ->
                  queue.put(fact.kind(), address.recipient(), fact.subject(), fact.detail()));
    }
    events.done(found.stream().map(Event::id).toList());
  }

  private Map<String, Payer> payersOf(List<Fact> told) {
    var payers = new HashMap<String, Payer>();
    var ids =
        told.stream()
            .filter(fact -> !fact.isAboutRegistration())
            .map(fact -> PaymentId.of(fact.subject()))
            .toList();
    payments.payersOf(ids).forEach((id, payer) -> payers.put(id.text(), payer));
    told.stream()
        .filter(Fact::isAboutRegistration)
        .map(Fact::subject)
        .distinct()
        .forEach(id -> registered(id).ifPresent(payer -> payers.put(id, payer)));
    return payers;
  }

  private Optional<Payer> registered(String id) {
    return registrations.find(RegistrationId.of(id)).map(it -> it.payer());
  }
}
