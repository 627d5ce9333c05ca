package vn.dvc.pay.dossier;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import vn.dvc.pay.notification.delivery.OutboxGaveUp;

/** Hears of every event that was given up, whichever thread gave it up. */
public class GivenUp {
  public final List<OutboxGaveUp> events = new CopyOnWriteArrayList<>();

  @EventListener
  void hear(OutboxGaveUp event) {
    events.add(event);
  }
}
