package vn.dvc.pay.engine.tasks;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.twoperson.TwoPersonRefused;
import vn.dvc.pay.values.Problem;

@Component
class EngineHumanTasks implements HumanTasks {
  private static final int MAX_OVERDUE = 200;

  private final TaskService tasks;
  private final BusinessKeys keys;
  private final EngineStaff staff;

  EngineHumanTasks(TaskService tasks, BusinessKeys keys, EngineStaff staff) {
    this.tasks = tasks;
    this.keys = keys;
    this.staff = staff;
  }

  @Override
  public List<HumanTask> openFor(String group) {
    return toHumanTasks(tasks.createTaskQuery().taskCandidateGroup(group).includeAssignedTasks());
  }

  @Override
  public List<HumanTask> openOf(String businessKey) {
    return toHumanTasks(tasks.createTaskQuery().processInstanceBusinessKey(businessKey));
  }

  @Override
  public List<HumanTask> overdueFor(String group, Instant now) {
    var overdue =
        tasks
            .createTaskQuery()
            .taskCandidateGroup(group)
            .includeAssignedTasks()
            .dueBefore(Date.from(now))
            .orderByDueDate()
            .asc();
    return toHumanTasks(overdue.listPage(0, MAX_OVERDUE));
  }

  @Override
  public Optional<HumanTask> find(String task) {
    var found = tasks.createTaskQuery().taskId(task).list();
    return toHumanTasks(found).stream().findFirst();
  }

  @Override
  public void claim(String task, String actor) {
    found(task);
    as(task, actor, () -> tasks.claim(task, actor));
  }

  /** Never within a caller's transaction, where the claim could not be committed first. */
  @Override
  @Transactional(propagation = Propagation.NEVER)
  public void complete(String task, String actor, Map<String, Object> variables) {
    boolean isFree = found(task).getAssignee() == null;
    as(
        task,
        actor,
        () -> {
          if (isFree) {
            claimAndComplete(task, actor, variables);
          } else {
            tasks.complete(task, variables);
          }
        });
  }

  /**
   * In two transactions, so that completing locks the task's row last, after the rows of what is
   * decided: the same order as when a case settles itself. If completion is refused, the claim is
   * released.
   */
  private void claimAndComplete(String task, String actor, Map<String, Object> variables) {
    tasks.claim(task, actor);
    try {
      tasks.complete(task, variables);
    } catch (RuntimeException refused) {
      giveUp(task, refused);
      throw refused;
    }
  }

  private void giveUp(String task, RuntimeException refused) {
    try {
      tasks.claim(task, null);
    } catch (RuntimeException lasting) { // usually because the task no longer exists
      refused.addSuppressed(lasting);
    }
  }

  /** As nobody: the engine gives supervisors no right to other people's tasks, our pages do. */
  @Override
  public void free(String task) {
    reassign(task, null);
  }

  @Override
  public void give(String task, String member) {
    reassign(task, member);
  }

  private void reassign(String task, @Nullable String member) {
    found(task);
    try {
      tasks.setAssignee(task, member);
    } catch (TwoPersonRefused e) {
      throw new Problem(403, "second-person-needed");
    }
  }

  @Override
  public void offer(String task, String group) {
    tasks.addCandidateGroup(task, group);
    BankOffers.ofTheBank(group, (String) tasks.getVariable(task, "bank"))
        .forEach(ofTheBank -> tasks.addCandidateGroup(task, ofTheBank));
  }

  private Task found(String task) {
    return Optional.ofNullable(tasks.createTaskQuery().taskId(task).singleResult())
        .orElseThrow(() -> Problem.notFound("task-not-found"));
  }

  private void as(String task, String actor, Runnable work) {
    try {
      staff.as(actor, work);
    } catch (TwoPersonRefused e) {
      throw new Problem(403, "second-person-needed");
    } catch (TaskAlreadyClaimedException e) {
      throw Problem.conflict("task-taken").with("assignee", e.getTaskAssignee());
    } catch (AuthorizationException e) {
      found(task); // without the task there is no right to it either, so check that first
      throw new Problem(403, "not-allowed");
    } catch (RuntimeException e) {
      if (!isRefusal(e)) {
        found(task); // the failure may only mean that the task disappeared meanwhile
      }
      throw e;
    }
  }

  /** Whether one of our steps refused; its own message says more. */
  private static boolean isRefusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem) {
        return true;
      }
    }
    return false;
  }

  private List<HumanTask> toHumanTasks(TaskQuery query) {
    return toHumanTasks(query.orderByTaskCreateTime().asc().list());
  }

  /** Only those of an instance that is about something, and is still there when asked for it. */
  private List<HumanTask> toHumanTasks(List<Task> open) {
    var businessKeys = keys.of(open.stream().map(Task::getProcessInstanceId));
    return open.stream()
        .filter(task -> businessKeys.containsKey(task.getProcessInstanceId()))
        .map(task -> toHumanTask(task, businessKeys.get(task.getProcessInstanceId())))
        .toList();
  }

  private static HumanTask toHumanTask(Task task, String businessKey) {
    return new HumanTask(
        task.getId(),
        task.getTaskDefinitionKey(),
        task.getName(),
        task.getProcessDefinitionId().substring(0, task.getProcessDefinitionId().indexOf(':')),
        task.getProcessInstanceId(),
        businessKey,
        task.getAssignee(),
        task.getCreateTime().toInstant(),
        task.getDueDate() == null ? null : task.getDueDate().toInstant());
  }
}
