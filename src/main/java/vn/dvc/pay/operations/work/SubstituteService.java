package vn.dvc.pay.operations.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.Reason;
import vn.dvc.pay.engine.BankGroups;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.Staff;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.time.VietnamTime;
import vn.dvc.pay.values.Problem;

/**
 * Substitutes of absent colleagues. They take what the absent hold, in their own name, so that the
 * rule of two persons goes on as for everybody: whoever did the first of two tasks is refused the
 * second, also as a substitute.
 */
@Service
class SubstituteService {
  private final SubstituteRepository substitutes;
  private final WorkService works;
  private final HumanTasks tasks;
  private final Staff staff;
  private final Audit audit;
  private final DatabaseTime time;

  SubstituteService(
      SubstituteRepository substitutes,
      WorkService works,
      HumanTasks tasks,
      Staff staff,
      Audit audit,
      DatabaseTime time) {
    this.substitutes = substitutes;
    this.works = works;
    this.tasks = tasks;
    this.staff = staff;
    this.audit = audit;
    this.time = time;
  }

  /** Today's and later ones. */
  List<Substitute> coming() {
    return substitutes.since(today());
  }

  List<Substitute> today(List<Substitute> coming) {
    return coming.stream().filter(it -> it.isOn(today())).toList();
  }

  /**
   * Everybody names their own substitute, a supervisor anybody's.
   *
   * @throws Problem not-allowed (403), reason-missing, substitute-days, substitute-of-other-group
   *     (422), substitute-exists, substitute-absent (409)
   */
  @Transactional
  public void name(
      String absent,
      String member,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      StaffMember me,
      String reason) {
    requireRightOver(absent, me);
    var why = Reason.of(reason);
    if (from == null || to == null || to.isBefore(from) || to.isBefore(today())) {
      throw Problem.invalid("substitute-days");
    }
    if (absent.equals(member) || !isOfEveryGroupOf(absent, member)) {
      throw Problem.invalid("substitute-of-other-group");
    }
    for (var other : coming()) {
      if (other.meets(from, to)) {
        requireApart(other, absent, member);
      }
    }
    substitutes.add(
        new Substitute(UUID.randomUUID(), absent, member, from, to, me.id(), why), time.now());
    audit.write(
        me.id(), "substitute-named", absent, "%s, %s – %s: %s".formatted(member, from, to, why));
  }

  private static void requireApart(Substitute other, String absent, String member) {
    if (other.absent().equals(absent)) {
      throw Problem.conflict("substitute-exists");
    }
    if (other.absent().equals(member) || other.member().equals(absent)) {
      throw Problem.conflict("substitute-absent");
    }
  }

  /** Whoever works for every bank is of the groups for one of them, too. */
  private boolean isOfEveryGroupOf(String absent, String member) {
    var groups = groups(absent);
    var theirs = groups(member);
    return !groups.isEmpty()
        && groups.stream()
            .allMatch(group -> theirs.contains(group) || theirs.contains(BankGroups.base(group)));
  }

  private Set<String> groups(String id) {
    return staff.member(id).map(StaffMember::groups).orElse(Set.of()).stream()
        .filter(group -> BankGroups.areStaff(Set.of(group)))
        .collect(Collectors.toSet());
  }

  /**
   * @throws Problem substitute-not-found (404), not-allowed (403), reason-missing (422)
   */
  @Transactional
  public void end(UUID id, StaffMember me, String reason) {
    var why = Reason.of(reason);
    var ended =
        coming().stream()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("substitute-not-found"));
    requireRightOver(ended.absent(), me);
    substitutes.end(id, me.id(), time.now());
    audit.write(me.id(), "substitute-ended", ended.absent(), ended.member() + ": " + why);
  }

  private void requireRightOver(String absent, StaffMember me) {
    var isTheirSupervisor = WorkService.isSupervisor(me) && works.colleagues(me).contains(absent);
    if (!absent.equals(me.id()) && !isTheirSupervisor) {
      throw new Problem(403, "not-allowed");
    }
  }

  /**
   * The substitute takes a task that the absent colleague holds.
   *
   * @throws Problem task-not-found (404), not-allowed, second-person-needed (403)
   */
  @Transactional
  public void take(String task, StaffMember me) {
    var work = works.visible(task, me);
    var substitution =
        today(coming()).stream()
            .filter(it -> it.member().equals(me.id()))
            .filter(it -> it.absent().equals(work.task().assignee()))
            .filter(it -> works.candidates(work).contains(me.id()))
            .findFirst()
            .orElseThrow(() -> new Problem(403, "not-allowed"));
    tasks.give(task, me.id());
    audit.write(
        me.id(),
        "task-substituted",
        work.about().id().text(),
        substitution.absent() + " → " + me.id() + ": " + substitution.why());
  }

  private LocalDate today() {
    return VietnamTime.dayOf(time.now());
  }
}
