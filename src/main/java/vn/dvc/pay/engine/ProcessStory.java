package vn.dvc.pay.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the processes of one business key did, where they are, and what they do next. */
public interface ProcessStory {

  /** Of the processes with this key and those that they call. */
  Story of(String businessKey);

  /**
   * @param steps in the order in which they began
   * @param timers what happens by itself and when, the next one first
   * @param instance the process that still runs, null if none does
   */
  record Story(List<Step> steps, List<Timer> timers, @Nullable String instance) {}

  /**
   * @param name as the model names it
   * @param ended null while the process is there
   */
  record Step(String process, String name, Instant begun, @Nullable Instant ended) {}

  /**
   * @param name of the element whose timer it is
   */
  record Timer(String name, Instant due) {}
}
