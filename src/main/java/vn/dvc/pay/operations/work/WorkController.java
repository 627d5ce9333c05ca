package vn.dvc.pay.operations.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.operations.Refusal;
import vn.dvc.pay.values.Problem;

/** The list of tasks of the bank's staff, searched, freed and given away. */
@Controller
@RequestMapping("/operations/work")
class WorkController {
  private static final int MAX_SHOWN = 200;
  private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

  private final WorkService works;
  private final SubstituteService substitutes;
  private final Banks banks;

  WorkController(WorkService works, SubstituteService substitutes, Banks banks) {
    this.works = works;
    this.substitutes = substitutes;
    this.banks = banks;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String bank,
      @RequestParam(defaultValue = "") String branch,
      Model model,
      @AuthenticationPrincipal StaffMember me) {
    var all = works.of(me);
    var found =
        (q.isBlank() ? all : found(all, q))
            .stream().filter(work -> work.isAt(bank, branch)).toList();
    var standsIn = substitutes.today(substitutes.coming());
    model.addAttribute("q", q.strip());
    model.addAttribute("bank", bank);
    model.addAttribute("branch", branch);
    model.addAttribute("banks", banks.all());
    model.addAttribute("branches", all.stream().map(Work::branch).distinct().sorted().toList());
    model.addAttribute(
        "works", found.stream().limit(MAX_SHOWN).map(work -> shown(work, standsIn)).toList());
    model.addAttribute("count", found.size());
    model.addAttribute("supervisor", WorkService.isSupervisor(me));
    model.addAttribute("loads", Workload.of(all));
    model.addAttribute("free", all.stream().filter(it -> it.task().assignee() == null).count());
    return "operations/work";
  }

  /**
   * From the box in Tasklist: the only task that is found opens there, several are listed here.
   * What operators look for there are cases.
   */
  @GetMapping("/find")
  String find(
      @RequestParam(defaultValue = "") String q,
      RedirectAttributes to,
      @AuthenticationPrincipal StaffMember me) {
    var found =
        q.isBlank() || !WorkService.isBankStaff(me) ? List.<Work>of() : found(works.of(me), q);
    if (found.size() == 1) {
      return "redirect:" + TASKLIST + found.get(0).task().id();
    }
    to.addAttribute("q", q.strip());
    return WorkService.isBankStaff(me)
        ? "redirect:/operations/work"
        : "redirect:/operations/search";
  }

  private static List<Work> found(List<Work> all, String q) {
    return all.stream().filter(work -> work.isFoundBy(q)).toList();
  }

  @PostMapping("/{task}/free")
  String free(
      @PathVariable String task,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    return done(() -> works.free(task, me, reason), task, model, me, response);
  }

  @PostMapping("/{task}/take")
  String take(
      @PathVariable String task,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    return done(() -> substitutes.take(task, me), task, model, me, response);
  }

  @PostMapping("/{task}/give")
  String give(
      @PathVariable String task,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    return done(() -> works.give(task, member, me, reason), task, model, me, response);
  }

  private String done(
      Runnable change, String task, Model model, StaffMember me, HttpServletResponse response) {
    try {
      change.run();
      return "redirect:/operations/work?done";
    } catch (Problem refused) {
      Refusal.show(refused, model, response);
      model.addAttribute("refusedTask", task);
      return list("", "", "", model, me);
    }
  }

  private Shown shown(Work work, List<Substitute> standsIn) {
    var substitute =
        standsIn.stream().filter(it -> it.absent().equals(work.task().assignee())).findFirst();
    return new Shown(work, works.candidates(work), substitute.orElse(null));
  }

  /**
   * @param candidates whom the task may be given to
   * @param substitute who stands in today for whoever holds the task; null if nobody does
   */
  public record Shown(Work work, List<String> candidates, @Nullable Substitute substitute) {}
}
