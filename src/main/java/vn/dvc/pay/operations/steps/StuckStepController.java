package vn.dvc.pay.operations.steps;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.engine.StuckSteps;
import vn.dvc.pay.values.Problem;

/** The steps waiting for an operator, and the button that retries one. */
@Controller
@RequestMapping("/operations/stuck")
class StuckStepController {
  private final StuckSteps steps;
  private final LostProcesses lost;
  private final StepRetries retries;

  StuckStepController(StuckSteps steps, LostProcesses lost, StepRetries retries) {
    this.steps = steps;
    this.lost = lost;
    this.retries = retries;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("steps", steps.all());
    model.addAttribute("lost", lost.subjects());
    return "operations/stuck";
  }

  @PostMapping("/{id}/retry")
  String retry(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    try {
      retries.retry(id, me.id(), reason);
      return "redirect:/operations/stuck?retried";
    } catch (Problem refused) {
      response.setStatus(refused.status());
      model.addAttribute("refusal", refused.code());
      return list(model);
    }
  }
}
