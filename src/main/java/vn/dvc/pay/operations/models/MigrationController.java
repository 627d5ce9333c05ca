package vn.dvc.pay.operations.models;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.engine.migration.PlanRefused;
import vn.dvc.pay.operations.Refusal;
import vn.dvc.pay.values.Problem;

/** The plan by which running processes move to another version, shown before anything moves. */
@Controller
@RequestMapping("/operations/models/moves")
class MigrationController {
  private final MigrationService service;

  MigrationController(MigrationService service) {
    this.service = service;
  }

  /** Nothing is kept yet. */
  @GetMapping
  String plan(
      @RequestParam String process,
      @RequestParam int from,
      @RequestParam int to,
      @RequestParam(defaultValue = "") String others,
      Model model,
      HttpServletResponse response) {
    show(() -> MigrationService.others(others), process, from, to, model, response);
    model.addAttribute("others", others);
    return "operations/model-move";
  }

  @PostMapping
  String propose(
      @RequestParam String process,
      @RequestParam int from,
      @RequestParam int to,
      @RequestParam(defaultValue = "") String others,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    try {
      var planned = service.propose(process, from, to, MigrationService.others(others), me, reason);
      return "redirect:/operations/models/moves/" + planned.id();
    } catch (Problem refused) {
      Refusal.show(refused, model, response);
    } catch (PlanRefused refused) {
      response.setStatus(422);
      model.addAttribute("refusedPlan", refused.why());
    }
    return plan(process, from, to, others, model, response);
  }

  @GetMapping("/{id}")
  String one(@PathVariable UUID id, Model model, HttpServletResponse response) {
    var planned = service.find(id);
    model.addAttribute("move", planned);
    if (planned.isWaiting()) {
      show(planned::others, planned.process(), planned.from(), planned.to(), model, response);
    }
    return "operations/model-move";
  }

  @PostMapping("/{id}/move")
  String move(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    return decided(() -> service.move(id, me, reason), id, model, response);
  }

  @PostMapping("/{id}/refuse")
  String refuse(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    return decided(() -> service.refuse(id, me, reason), id, model, response);
  }

  private String decided(Runnable decision, UUID id, Model model, HttpServletResponse response) {
    try {
      decision.run();
      return "redirect:/operations/models/moves/" + id;
    } catch (PlanRefused refused) {
      response.setStatus(409);
      model.addAttribute("refusedPlan", refused.why());
    } catch (Problem refused) {
      Refusal.show(refused, model, response);
    }
    return one(id, model, response);
  }

  private void show(
      Supplier<Map<String, String>> others,
      String process,
      int from,
      int to,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("process", process);
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    try {
      model.addAttribute("plan", service.plan(process, from, to, others.get()));
    } catch (PlanRefused refused) {
      response.setStatus(422);
      model.addAttribute("refusedPlan", List.copyOf(refused.why()));
    } catch (Problem refused) {
      Refusal.show(refused, model, response);
    }
  }
}
