package vn.dvc.pay.mailing.text;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.HumanTasks.HumanTask;
import vn.dvc.pay.time.VietnamTime;

/** What a message about an overdue task says, read when it is sent: nothing about a payer. */
@Component
class TaskNews {
  private final HumanTasks tasks;

  TaskNews(HumanTasks tasks) {
    this.tasks = tasks;
  }

  /** Empty once the task is done. */
  Optional<Map<String, String>> of(String task) {
    return tasks.find(task).map(it -> Map.of("task", it.name(), "until", due(it)));
  }

  private static String due(HumanTask task) {
    Instant due = task.due();
    return due == null ? "" : VietnamTime.formatter("dd/MM/yyyy HH:mm").format(due);
  }
}
