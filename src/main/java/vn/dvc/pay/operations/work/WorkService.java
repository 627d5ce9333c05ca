package vn.dvc.pay.operations.work;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.Reason;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.HumanTasks.HumanTask;
import vn.dvc.pay.engine.Staff;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.registration.Registration;
import vn.dvc.pay.registration.Registrations;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.values.RegistrationId;

/**
 * The open tasks of the bank's staff. Everybody sees those of their groups and may give back what
 * they took; supervisors see all and may take a task from one person and give it to another.
 */
@Service
class WorkService {
  static final String SUPERVISORS = "bank-supervisors";
  static final List<String> GROUPS = List.of("bank-tellers", "bank-officers", SUPERVISORS);

  private final HumanTasks tasks;
  private final Registrations registrations;
  private final Staff staff;
  private final Audit audit;
  private final DatabaseTime time;

  WorkService(
      HumanTasks tasks, Registrations registrations, Staff staff, Audit audit, DatabaseTime time) {
    this.tasks = tasks;
    this.registrations = registrations;
    this.staff = staff;
    this.audit = audit;
    this.time = time;
  }

  static boolean isBankStaff(StaffMember me) {
    return GROUPS.stream().anyMatch(me.groups()::contains);
  }

  static boolean isSupervisor(StaffMember me) {
    return me.groups().contains(SUPERVISORS);
  }

  /** What this member may see, oldest first. */
  @Transactional(readOnly = true)
  public List<Work> of(StaffMember me) {
    Map<String, Work> seen = new LinkedHashMap<>();
    for (var group : GROUPS) {
      if (isSupervisor(me) || me.groups().contains(group)) {
        for (var task : tasks.openFor(group)) {
          about(task).ifPresent(it -> seen.putIfAbsent(task.id(), work(task, it, group)));
        }
      }
    }
    return List.copyOf(seen.values());
  }

  /** Who may be given this task: who has it already is not among them. */
  List<String> candidates(Work work) {
    return staff.members(work.group()).stream()
        .filter(member -> !member.equals(work.task().assignee()))
        .toList();
  }

  /** Those who work in the member's groups; for supervisors everybody, by id. */
  List<String> colleagues(StaffMember me) {
    return GROUPS.stream()
        .filter(group -> isSupervisor(me) || me.groups().contains(group))
        .flatMap(group -> staff.members(group).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * @throws Problem task-not-found (404), not-allowed (403) unless it is one's own task,
   *     reason-missing (422)
   */
  @Transactional
  public void free(String task, StaffMember me, String reason) {
    var why = Reason.of(reason);
    var work = visible(task, me);
    var holder = work.task().assignee();
    if (!isSupervisor(me) && !me.id().equals(holder)) {
      throw new Problem(403, "not-allowed");
    }
    tasks.free(task);
    audit.write(me.id(), "task-freed", work.about().id().text(), told(holder, null, why));
  }

  /**
   * @throws Problem task-not-found (404), not-allowed, second-person-needed (403), member-unknown,
   *     reason-missing (422)
   */
  @Transactional
  public void give(String task, String member, StaffMember me, String reason) {
    var why = Reason.of(reason);
    var work = visible(task, me);
    if (!isSupervisor(me)) {
      throw new Problem(403, "not-allowed");
    }
    if (!candidates(work).contains(member)) {
      throw Problem.invalid("member-unknown");
    }
    tasks.give(task, member);
    audit.write(
        me.id(), "task-given", work.about().id().text(), told(work.task().assignee(), member, why));
  }

  private static String told(String from, String to, String why) {
    return Objects.toString(from, "-") + " → " + Objects.toString(to, "-") + ": " + why;
  }

  /**
   * @throws Problem task-not-found (404) unless the member sees it
   */
  Work visible(String task, StaffMember me) {
    return of(me).stream()
        .filter(work -> work.task().id().equals(task))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("task-not-found"));
  }

  private Optional<Registration> about(HumanTask task) {
    try {
      return registrations.find(RegistrationId.of(task.businessKey()));
    } catch (IllegalArgumentException taskOfSomethingElse) {
      return Optional.empty();
    }
  }

  private Work work(HumanTask task, Registration about, String group) {
    return new Work(task, about, group, task.due() != null && task.due().isBefore(time.now()));
  }
}
