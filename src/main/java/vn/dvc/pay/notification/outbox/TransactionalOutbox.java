package vn.dvc.pay.notification.outbox;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.notification.EventsForPeople;
import vn.dvc.pay.notification.Outbox;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.tracing.Traces;
import vn.dvc.pay.values.Json;

/** Writes an event in the transaction of the fact it reports. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TransactionalOutbox implements Outbox {
  private final EntityManager entityManager;
  private final OutboxEventRepository outbox;
  private final DatabaseTime time;
  private final ApplicationEventPublisher events;
  private final Traces traces;

  TransactionalOutbox(
      EntityManager entityManager,
      OutboxEventRepository outbox,
      DatabaseTime time,
      ApplicationEventPublisher events,
      Traces traces) {
    this.entityManager = entityManager;
    this.outbox = outbox;
    this.time = time;
    this.events = events;
    this.traces = traces;
  }

  @Override
  public void put(String type, Map<String, Object> data) {
    put(type, data, time.now());
  }

  @Override
  public void put(String type, Map<String, Object> data, Instant at) {
    var id = UUID.randomUUID();
    entityManager.persist(
        new OutboxEventEntity(
            id,
            type,
            subject(type, data),
            body(id, type, data, at),
            at,
            EventsForPeople.TYPES.contains(type),
            traces.current()));
    events.publishEvent(new OutboxFilled());
  }

  @Override
  public void sendAgain(UUID event) {
    outbox.sendAgain(event, time.now());
    events.publishEvent(new OutboxFilled());
  }

  @Override
  public void vouchFor(UUID event) {
    outbox.vouchFor(event, time.now());
    events.publishEvent(new OutboxFilled());
  }

  /** The event's subject: for {@code dossier.paid}, its dossier. */
  private static @Nullable String subject(String type, Map<String, Object> data) {
    return (String) data.get(type.substring(0, type.indexOf('.')));
  }

  private String body(UUID id, String type, Map<String, Object> data, Instant at) {
    var event = new LinkedHashMap<String, Object>();
    event.put("event_id", id.toString());
    event.put("type", type);
    event.put("at", at.toString());
    event.put("data", data);
    return Json.write(event);
  }

  /** Wakes the delivery once the transaction is committed. */
  public record OutboxFilled() {}
}
