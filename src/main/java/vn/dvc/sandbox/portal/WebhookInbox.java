package vn.dvc.sandbox.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.journal.DataDirectory;
import vn.dvc.sandbox.journal.Journal;

/** Every event delivered to the portal, one entry per delivery, kept on disk. */
@Component
public class WebhookInbox {

  /**
   * One delivery.
   *
   * @param valid whether DVC Pay's signature over exactly these bytes is valid
   */
  public record Delivery(Instant receivedAt, boolean valid, JsonNode event) {}

  private final List<Delivery> deliveries = new ArrayList<>();
  private final Journal<Delivery> journal;

  WebhookInbox(DataDirectory data, ObjectMapper json) {
    journal = new Journal<>(data.file("webhooks.jsonl"), Delivery.class, json, deliveries::add);
  }

  /** Returns when the delivery is on disk. */
  void add(Delivery delivery) {
    synchronized (this) {
      journal.append(delivery);
      deliveries.add(delivery);
    }
    journal.force();
  }

  /** Newest first. */
  public synchronized List<Delivery> deliveries() {
    List<Delivery> newestFirst = new ArrayList<>(deliveries);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  @PreDestroy
  void close() throws IOException {
    journal.close();
  }
}
