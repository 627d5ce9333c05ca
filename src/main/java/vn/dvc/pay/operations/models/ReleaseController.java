package vn.dvc.pay.operations.models;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import vn.dvc.pay.operations.models.ReleaseService.FaultsFound;
import vn.dvc.pay.values.Problem;

/** One release: what it changes, how it went on its own, and the second person's word. */
@Controller
@RequestMapping("/operations/models/releases/{id}")
class ReleaseController {
  private final ReleaseService service;

  ReleaseController(ReleaseService service) {
    this.service = service;
  }

  @GetMapping
  String show(@PathVariable UUID id, Model model) {
    var release = service.find(id);
    model.addAttribute("release", release);
    model.addAttribute("files", release.files().stream().map(FileChange::of).toList());
    model.addAttribute("drawing", true);
    return "operations/model-release";
  }

  @GetMapping("/drawing/{file}")
  ResponseEntity<String> drawing(
      @PathVariable UUID id,
      @PathVariable String file,
      @RequestParam(defaultValue = "false") boolean before) {
    var xml =
        service.find(id).files().stream()
            .filter(each -> each.name().equals(file))
            .findFirst()
            .flatMap(each -> FileChange.of(each).drawing(before))
            .orElseThrow(() -> Problem.notFound("release-not-found"));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
        .body(xml);
  }

  @PostMapping("/release")
  String release(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      Locale language,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    return decided(() -> service.release(id, me, reason, language), id, model, response);
  }

  @PostMapping("/refuse")
  String refuse(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    return decided(() -> service.refuse(id, me, reason), id, model, response);
  }

  @PostMapping("/withdraw")
  String withdraw(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    return decided(() -> service.withdraw(id, me, reason), id, model, response);
  }

  private String decided(Runnable decision, UUID id, Model model, HttpServletResponse response) {
    try {
      decision.run();
      return "redirect:/operations/models/releases/" + id;
    } catch (FaultsFound found) {
      response.setStatus(409);
      model.addAttribute("faults", found.faults());
    } catch (Problem refused) {
      Refusal.show(refused, model, response);
    }
    return show(id, model);
  }
}
