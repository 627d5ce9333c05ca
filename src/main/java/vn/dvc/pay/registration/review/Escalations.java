package vn.dvc.pay.registration.review;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.registration.RegistrationStatus;
import vn.dvc.pay.registration.record.RegistrationRepository;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.RegistrationId;

/** Offers an overdue review to the supervisors as well. */
@Component
public class Escalations {
  static final String SUPERVISORS = "bank-supervisors";

  private final RegistrationRepository registrations;
  private final HumanTasks tasks;
  private final Audit audit;
  private final DatabaseTime time;

  Escalations(
      RegistrationRepository registrations, HumanTasks tasks, Audit audit, DatabaseTime time) {
    this.registrations = registrations;
    this.tasks = tasks;
    this.audit = audit;
    this.time = time;
  }

  @Transactional
  public void escalate(RegistrationId id) {
    var registration = registrations.lock(id);
    if (registration.status() != RegistrationStatus.UNDER_REVIEW
        || registration.review().isOverdue()) {
      return;
    }
    registration.review().escalated(time.now());
    tasks.openOf(id.text()).forEach(task -> tasks.offer(task.id(), SUPERVISORS));
    audit.write("system", "registration-overdue", id.text(), "v" + registration.paper());
  }
}
