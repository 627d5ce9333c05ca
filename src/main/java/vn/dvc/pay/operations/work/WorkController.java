package vn.dvc.pay.operations.work;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.values.Problem;

/** The list of tasks of the bank's staff, searched, freed and given away. */
@Controller
@RequestMapping("/operations/work")
class WorkController {
  private static final int MAX_SHOWN = 200;

  private final WorkService works;

  WorkController(WorkService works) {
    this.works = works;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String q,
      Model model,
      @AuthenticationPrincipal StaffMember me) {
    var all = works.of(me);
    var found = q.isBlank() ? all : all.stream().filter(work -> work.isFoundBy(q)).toList();
    model.addAttribute("q", q.strip());
    model.addAttribute("works", found.stream().limit(MAX_SHOWN).map(this::shown).toList());
    model.addAttribute("count", found.size());
    model.addAttribute("supervisor", WorkService.isSupervisor(me));
    model.addAttribute("loads", Workload.of(all));
    model.addAttribute("free", all.stream().filter(it -> it.task().assignee() == null).count());
    return "operations/work";
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
      response.setStatus(refused.status());
      model.addAttribute("refusal", refused.code());
      model.addAttribute("refusedTask", task);
      return list("", model, me);
    }
  }

  private Shown shown(Work work) {
    return new Shown(work, works.candidates(work));
  }

  /**
   * @param candidates whom the task may be given to
   */
  public record Shown(Work work, List<String> candidates) {}
}
