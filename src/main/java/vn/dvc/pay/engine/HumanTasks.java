package vn.dvc.pay.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What people have to do, for pages of our own beside Tasklist. Whoever acts here acts under the
 * engine's rules: a task of two persons refuses the first one with a {@code Problem} 403 {@code
 * second-person-needed}, a task that is gone answers 404 {@code task-not-found}.
 */
public interface HumanTasks {

  /** Open tasks that members of the group may take or have taken, oldest first. */
  List<HumanTask> openFor(String group);

  /** Open tasks of the instances with this business key, called processes included. */
  List<HumanTask> openOf(String businessKey);

  /** Takes the task; 409 {@code task-taken} when somebody else has it. */
  void claim(String task, String actor);

  /**
   * Takes the task where it is free, and completes it as that person; a task so taken is given up
   * again when its completion is refused. Not to be called in a transaction.
   */
  void complete(String task, String actor, Map<String, Object> variables);

  /** Lets the members of another group take the task as well. */
  void offer(String task, String group);

  /**
   * @param id the engine's id of the task
   * @param activity the task's id in the model, for example {@code confirm}
   * @param name the task's name in the model
   * @param instance the process instance
   * @param assignee who has taken it, or null
   */
  record HumanTask(
      String id,
      String activity,
      String name,
      String process,
      String instance,
      String businessKey,
      String assignee,
      Instant created) {}
}
