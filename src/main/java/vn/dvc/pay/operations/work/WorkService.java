package vn.dvc.pay.operations.work;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.Reason;
import vn.dvc.pay.engine.BankGroups;
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
 * they took; supervisors see all and may take a task from one person and give it to another. Whose
 * groups are limited to a bank sees that bank's tasks and people alone.
 */
@Service
class WorkService {
  private final HumanTasks tasks;
  private final Registrations registrations;
  private final Staff staff;
  private final Audit audit;
  private final DatabaseTime time;
  private final Banks banks;

  WorkService(
      HumanTasks tasks,
      Registrations registrations,
      Staff staff,
      Audit audit,
      DatabaseTime time,
      Banks banks) {
    this.tasks = tasks;
    this.registrations = registrations;
    this.staff = staff;
    this.audit = audit;
    this.time = time;
    this.banks = banks;
  }

  static boolean isBankStaff(StaffMember me) {
    return BankGroups.areStaff(me.groups());
  }

  static boolean isSupervisor(StaffMember me) {
    return BankGroups.isMember(me.groups(), BankGroups.SUPERVISORS);
  }

  /** What this member may see, oldest first. */
  @Transactional(readOnly = true)
  public List<Work> of(StaffMember me) {
    Map<String, Work> seen = new LinkedHashMap<>();
    for (var group : overseen(me)) {
      for (var task : tasks.openFor(group)) {
        about(task).ifPresent(it -> seen.putIfAbsent(task.id(), work(task, it, group)));
      }
    }
    return List.copyOf(seen.values());
  }

  /** The groups whose tasks the member sees: their own, and for supervisors all of their bank. */
  private static Set<String> overseen(StaffMember me) {
    var groups = new TreeSet<String>();
    for (var group : me.groups()) {
      if (BankGroups.base(group).equals(BankGroups.SUPERVISORS)) {
        BankGroups.ALL.forEach(base -> groups.add(group.replace(BankGroups.SUPERVISORS, base)));
      } else if (BankGroups.areStaff(Set.of(group))) {
        groups.add(group);
      }
    }
    return groups;
  }

  /** Who may be given this task: who has it already is not among them. */
  List<String> candidates(Work work) {
    return members(work.group(), List.of(work.bank()))
        .filter(member -> !member.equals(work.task().assignee()))
        .toList();
  }

  /** Everybody who works in this group, at all banks or at one of these, by id. */
  private Stream<String> members(String base, Collection<String> banks) {
    return Stream.concat(Stream.of(base), banks.stream().map(bank -> BankGroups.at(bank, base)))
        .flatMap(group -> staff.members(group).stream())
        .distinct()
        .sorted();
  }

  /** Those who work in the groups that the member sees, by id. */
  List<String> colleagues(StaffMember me) {
    return overseen(me).stream()
        .flatMap(group -> members(BankGroups.base(group), banksOf(group)))
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> banksOf(String group) {
    return BankGroups.bank(group)
        .map(List::of)
        .orElseGet(() -> banks.all().stream().map(Bank::bin).toList());
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
    return new Work(
        task, about, BankGroups.base(group), task.due() != null && task.due().isBefore(time.now()));
  }
}
