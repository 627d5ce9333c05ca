package vn.dvc.pay.operations.reconciliation;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.operations.Refusal;
import vn.dvc.pay.reconciliation.LineClass;
import vn.dvc.pay.reconciliation.Reconciliations;
import vn.dvc.pay.values.Problem;

/** The banks' days compared with ours, and the button that fetches a statement immediately. */
@Controller
@RequestMapping("/operations/reconciliation")
class ReconciliationController {
  private static final int LINES = 200;

  private final Reconciliations reconciliations;
  private final StatementRequests requests;
  private final Banks banks;

  ReconciliationController(
      Reconciliations reconciliations, StatementRequests requests, Banks banks) {
    this.reconciliations = reconciliations;
    this.requests = requests;
    this.banks = banks;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String bank,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    model.addAttribute("days", reconciliations.list(bank, Math.max(page, 0)));
    model.addAttribute("wanted", bank);
    model.addAttribute("page", Math.max(page, 0));
    model.addAttribute("banks", banks.all());
    model.addAttribute("classes", LineClass.values());
    return "operations/reconciliation";
  }

  @GetMapping("/{bank}/{day}")
  String show(
      @PathVariable String bank,
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    var from = Math.max(page, 0) * LINES;
    var report =
        reconciliations.find(bank, day).orElseThrow(() -> Problem.notFound("day-not-found"));
    var matched = reconciliations.lines(bank, day, LineClass.MATCHED, from, LINES + 1);
    model.addAttribute("report", report);
    model.addAttribute("classes", LineClass.values());
    model.addAttribute("matched", matched.subList(0, Math.min(LINES, matched.size())));
    model.addAttribute("more", matched.size() > LINES);
    model.addAttribute("page", Math.max(page, 0));
    return "operations/reconciliation-report";
  }

  @PostMapping
  String importNow(
      @RequestParam String bank,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    try {
      requests.importNow(bank, day, me.id());
      return "redirect:/operations/reconciliation/" + bank + "/" + day;
    } catch (Problem refused) {
      Refusal.show(refused, model, response);
      return list("", 0, model);
    }
  }
}
