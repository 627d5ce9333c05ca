package vn.dvc.pay.operations.audit;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.cases.Audit;

/** What operators did, newest first, and whether the records were altered afterwards. */
@Controller
class AuditController {
  private final Audit audit;

  AuditController(Audit audit) {
    this.audit = audit;
  }

  @GetMapping("/operations/audit")
  String show(@RequestParam(defaultValue = "0") int page, Model model) {
    model.addAttribute("entries", audit.list(Math.max(page, 0)));
    model.addAttribute("verification", audit.verify());
    model.addAttribute("page", Math.max(page, 0));
    return "operations/audit";
  }
}
