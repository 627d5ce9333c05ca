package vn.dvc.pay.operations.overview;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The operators' start page: is anything wrong? */
@Controller
class OverviewController {
  private final OverviewService overview;

  OverviewController(OverviewService overview) {
    this.overview = overview;
  }

  @GetMapping("/operations")
  String show(Model model) {
    var now = overview.read();
    model.addAttribute("now", now);
    model.addAttribute("concerns", Concern.about(now));
    model.addAttribute("ages", new Ages(now.at()));
    return "operations/overview";
  }
}
