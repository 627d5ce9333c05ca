package vn.dvc.pay.dossier;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;

/** Hears of every event that was given up, whichever thread gave it up. */
class GivenUp {
  final List<OutboxGaveUp> events = new CopyOnWriteArrayList<>();

  @EventListener
  void hear(OutboxGaveUp event) {
    events.add(event);
  }
}
