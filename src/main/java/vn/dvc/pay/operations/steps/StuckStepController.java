package vn.dvc.pay.operations.steps;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
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
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.engine.watch.StuckSteps;
import vn.dvc.pay.engine.watch.StuckSteps.StuckStep;
import vn.dvc.pay.operations.Refusal;
import vn.dvc.pay.values.Problem;

/** The steps waiting for an operator, and the buttons that retry one or all of a kind. */
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
    var stuck = steps.all();
    model.addAttribute("steps", stuck.stream().map(this::shown).toList());
    model.addAttribute(
        "groups", StuckGroup.of(stuck).stream().filter(it -> it.steps().size() > 1).toList());
    model.addAttribute("lost", lost.subjects());
    return "operations/stuck";
  }

  private Shown shown(StuckStep step) {
    return new Shown(step, Remedy.of(step.cause()), retries.before(step));
  }

  /** What a retry of the whole group would retry. */
  @GetMapping("/preview")
  String preview(@RequestParam String group, Model model) {
    var found =
        StuckGroup.of(steps.all()).stream()
            .filter(each -> each.key().equals(group))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("step-not-stuck"));
    model.addAttribute("group", found);
    model.addAttribute("remedy", Remedy.of(found.first().cause()));
    return "operations/stuck-preview";
  }

  /**
   * Retries the steps that the preview showed, each for itself: one that is no longer stuck stops
   * no other.
   */
  @PostMapping("/retry-all")
  String retryAll(
      @RequestParam(name = "step", defaultValue = "") List<String> ids,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    int retried = 0;
    for (var id : ids) {
      try {
        retries.retry(id, me.id(), reason);
        retried++;
      } catch (Problem refused) {
        if (refused.status() != 404) {
          return refused(refused, model, response);
        }
      }
    }
    return "redirect:/operations/stuck?retried=" + retried + "&of=" + ids.size();
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
      return refused(refused, model, response);
    }
  }

  private String refused(Problem refused, Model model, HttpServletResponse response) {
    Refusal.show(refused, model, response);
    return list(model);
  }

  /** A stuck step with what is known about it beyond the engine. */
  public record Shown(StuckStep step, Remedy remedy, Retried before) {}

  /**
   * How often operators retried the step before, in vain.
   *
   * @param first null if nobody did
   */
  public record Retried(int times, @Nullable Instant first) {}
}
