package vn.dvc.pay.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * User tasks for our own pages beside Tasklist, under the engine's rules: the second of two persons
 * must differ from the first (otherwise {@code Problem} 403 {@code second-person-needed}), and a
 * task that no longer exists gives 404 {@code task-not-found}. Tasks of an instance without a
 * business key, as when an analyst's model calls another and hands none over, and tasks without a
 * process are about nothing that these pages show: they are in Tasklist only.
 */
public interface HumanTasks {

  /** Open tasks that members of the group may claim or have claimed, oldest first. */
  List<HumanTask> openFor(String group);

  /** Open tasks of the instances with this business key, including called processes. */
  List<HumanTask> openOf(String businessKey);

  /** Open tasks of the group whose time has passed, the longest first; at most 200. */
  List<HumanTask> overdueFor(String group, Instant now);

  /** The task, while it is open. */
  Optional<HumanTask> find(String task);

  /** Claims the task; 409 {@code task-taken} if somebody else has it. */
  void claim(String task, String actor);

  /**
   * Claims the task if nobody has it, and completes it as that person; if completion is refused,
   * that claim is released again, and the caller gets the {@code Problem} of the step that refused.
   * Must not be called in a transaction.
   */
  void complete(String task, String actor, Map<String, Object> variables);

  /** Takes the task from whoever has it; 404 {@code task-not-found} if it is gone. */
  void free(String task);

  /**
   * Gives the task to this person instead of whoever has it. A person whom the two-person rule
   * keeps from it is refused (403 {@code second-person-needed}).
   */
  void give(String task, String member);

  /** Lets the members of another group claim the task as well, and those of its bank alone. */
  void offer(String task, String group);

  /**
   * @param id the engine's id of the task
   * @param activity the task's id in the model, for example {@code confirm}
   * @param name the task's name in the model
   * @param instance the process instance
   * @param assignee who has claimed it, or null
   * @param due null if the model sets no time
   */
  record HumanTask(
      String id,
      String activity,
      String name,
      String process,
      String instance,
      String businessKey,
      @Nullable String assignee,
      Instant created,
      @Nullable Instant due) {}
}
