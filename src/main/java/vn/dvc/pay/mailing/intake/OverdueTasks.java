package vn.dvc.pay.mailing.intake;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.MailingKind;
import vn.dvc.pay.mailing.MailingSettings;
import vn.dvc.pay.mailing.queue.MailingQueue;
import vn.dvc.pay.mailing.queue.Recipient;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.VietnamTime;

/**
 * Tells a group of staff of its overdue tasks, at the address in {@code dvc.mailing.officers}: of
 * each task once a day at most, whichever node looks.
 */
@Component
class OverdueTasks {
  private static final Logger LOG = LoggerFactory.getLogger(OverdueTasks.class);

  private final HumanTasks tasks;
  private final MailingQueue queue;
  private final MailingSettings settings;
  private final TransactionTemplate transaction;
  private final DatabaseTime time;

  OverdueTasks(
      HumanTasks tasks,
      MailingQueue queue,
      MailingSettings settings,
      TransactionTemplate transaction,
      DatabaseTime time) {
    this.tasks = tasks;
    this.queue = queue;
    this.settings = settings;
    this.transaction = transaction;
    this.time = time;
  }

  @Scheduled(
      initialDelayString = "${dvc.mailing.overdue:15m}",
      fixedDelayString = "${dvc.mailing.overdue:15m}")
  void look() {
    if (settings.offered().contains(Channel.EMAIL)) {
      settings.officers().forEach(this::tell);
    }
  }

  private void tell(String group, String address) {
    var now = time.now();
    var day = VietnamTime.dayOf(now).toString();
    for (var task : tasks.overdueFor(group, now)) {
      try {
        transaction.executeWithoutResult(
            status ->
                queue.put(MailingKind.TASK_OVERDUE, Recipient.staff(address), task.id(), day));
      } catch (RuntimeException toldByAnotherNode) {
        LOG.debug("Task {} is told of elsewhere", task.id());
      }
    }
  }
}
