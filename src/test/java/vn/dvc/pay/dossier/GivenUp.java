package vn.dvc.pay.dossier;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import vn.dvc.pay.notification.delivery.OutboxGaveUp;

/** Collects every event whose delivery was abandoned, on whichever thread. */
public class GivenUp {
  public final List<OutboxGaveUp> events = new CopyOnWriteArrayList<>();

  @EventListener
  void hear(OutboxGaveUp event) {
    events.add(event);
  }
}
