package vn.dvc.pay.engine.watch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where the processes of one business key are, and what they do next. */
public interface ProcessStory {

  /** Of the processes with this key and those that they call. */
  Story of(String businessKey);

  /**
   * The process with this key as a drawing that may be shown to anybody, in the version that it
   * runs on or ran on; empty if there was none.
   *
   * @param language of the reader
   * @param wording how a name in the model is put in that language, always the same
   */
  Optional<Drawing> drawing(
      String process, String businessKey, String language, UnaryOperator<String> wording);

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

  /**
   * @param xml BPMN of shapes, lines and names only
   * @param shapes by their ids in the model
   * @param here where the process is now, by ids in the model; empty when it has ended
   */
  record Drawing(String xml, Map<String, Shape> shapes, List<String> here) {}

  /**
   * @param id in the drawing only
   */
  record Shape(String id, String name) {}
}
