package vn.dvc.pay.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the processes of one business key are, and what they do next. */
public interface ProcessStory {

  /** Of the processes with this key and those that they call. */
  Story of(String businessKey);

  /**
   * @param places where the running processes are; none if none runs
   * @param timers what happens by itself and when, the next one first
   * @param instance the process that still runs, null if none does
   */
  record Story(List<Place> places, List<Timer> timers, @Nullable String instance) {}

  /**
   * @param process the id of its model
   * @param name of the element, or its id where it has no name
   */
  record Place(String process, String name) {}

  /**
   * @param name of the element whose timer it is
   */
  record Timer(String name, Instant due) {}
}
