package vn.dvc.pay.operations.models;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.engine.migration.ProcessMigration;
import vn.dvc.pay.engine.release.ReleasedModels;
import vn.dvc.pay.operations.Refusal;
import vn.dvc.pay.operations.models.ReleaseService.FaultsFound;
import vn.dvc.pay.values.Problem;

/** What runs, what waits for a second person, and the upload of more. */
@Controller
@RequestMapping("/operations/models")
class ModelController {
  private final ReleasedModels models;
  private final ReleaseService service;
  private final ReleaseRepository releases;
  private final MigrationRepository migrations;
  private final ProcessMigration processes;

  ModelController(
      ReleasedModels models,
      ReleaseService service,
      ReleaseRepository releases,
      MigrationRepository migrations,
      ProcessMigration processes) {
    this.models = models;
    this.service = service;
    this.releases = releases;
    this.migrations = migrations;
    this.processes = processes;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("running", models.running());
    model.addAttribute("releases", releases.newest());
    model.addAttribute("older", processes.older());
    model.addAttribute("migrations", migrations.newest());
    return "operations/models";
  }

  @PostMapping
  String upload(
      @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
      @RequestParam(defaultValue = "") String reason,
      Locale language,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response)
      throws IOException {
    var read = new ArrayList<Proposal.File>();
    for (var file : files == null ? List.<MultipartFile>of() : files) {
      if (file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty()) {
        read.add(new Proposal.File(file.getOriginalFilename(), file.getBytes()));
      }
    }
    return propose(read, reason, language, model, me, response);
  }

  /** What the program brings, instead of what was released before. */
  @PostMapping("/brought")
  String brought(
      @RequestParam(defaultValue = "") String file,
      @RequestParam(defaultValue = "") String reason,
      Locale language,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    var files =
        models.running().stream()
            .filter(it -> it.file().equals(file) && it.brought() != null)
            .map(it -> new Proposal.File(it.file(), it.brought()))
            .toList();
    return propose(files, reason, language, model, me, response);
  }

  /** Back to what ran before a release, by another release. */
  @PostMapping("/releases/{id}/return")
  String goBack(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String reason,
      Locale language,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    return propose(service.before(id), reason, language, model, me, response);
  }

  private String propose(
      List<Proposal.File> files,
      String reason,
      Locale language,
      Model model,
      StaffMember me,
      HttpServletResponse response) {
    try {
      var release = service.propose(files, me, reason, language);
      return "redirect:/operations/models/releases/" + release.id();
    } catch (FaultsFound found) {
      response.setStatus(422);
      model.addAttribute("faults", found.faults());
    } catch (Problem refused) {
      Refusal.show(refused, model, response);
      model.addAttribute("refusedFile", refused.facts().get("file"));
    }
    model.addAttribute("said", reason);
    return list(model);
  }
}
