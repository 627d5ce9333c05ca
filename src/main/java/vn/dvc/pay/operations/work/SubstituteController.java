package vn.dvc.pay.operations.work;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.operations.Refusal;
import vn.dvc.pay.values.Problem;

/** Who stands in for whom, and when. */
@Controller
@RequestMapping("/operations/work/substitutes")
class SubstituteController {
  private final SubstituteService substitutes;
  private final WorkService works;

  SubstituteController(SubstituteService substitutes, WorkService works) {
    this.substitutes = substitutes;
    this.works = works;
  }

  @GetMapping
  String list(Model model, @AuthenticationPrincipal StaffMember me) {
    model.addAttribute("substitutes", substitutes.coming());
    model.addAttribute("supervisor", WorkService.isSupervisor(me));
    model.addAttribute("colleagues", works.colleagues(me));
    return "operations/substitutes";
  }

  @PostMapping
  String name(
      @RequestParam(defaultValue = "") String absent,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    var who = absent.isBlank() ? me.id() : absent;
    model.addAttribute("said", new Said(who, member, from, to, reason));
    return done(() -> substitutes.name(who, member, from, to, me, reason), model, me, response);
  }

  @PostMapping("/{id}/end")
  String end(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    return done(() -> substitutes.end(id, me, reason), model, me, response);
  }

  private String done(Runnable change, Model model, StaffMember me, HttpServletResponse response) {
    try {
      change.run();
      return "redirect:/operations/work/substitutes?done";
    } catch (Problem refused) {
      Refusal.show(refused, model, response);
      return list(model, me);
    }
  }

  /** What a refused form keeps. */
  public record Said(
      String absent,
      String member,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String reason) {}
}
