package vn.dvc.pay.operations.banks;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.operations.Refusal;
import vn.dvc.pay.values.Problem;

/** Each bank, and whether something new may start there. */
@Controller
@RequestMapping("/operations/banks")
class MaintenanceController {
  private final Banks banks;
  private final BankMaintenance maintenance;

  MaintenanceController(Banks banks, BankMaintenance maintenance) {
    this.banks = banks;
    this.maintenance = maintenance;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute(
        "banks",
        banks.all().stream()
            .map(bank -> new Shown(bank, banks.maintenance(bank.bin()).orElse(null)))
            .toList());
    return "operations/banks";
  }

  @PostMapping("/{bin}/maintenance")
  String begin(
      @PathVariable String bin,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    return done(() -> maintenance.begin(bin, me.id(), reason), model, response);
  }

  @PostMapping("/{bin}/maintenance/end")
  String end(
      @PathVariable String bin,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    return done(() -> maintenance.end(bin, me.id(), reason), model, response);
  }

  private String done(Runnable change, Model model, HttpServletResponse response) {
    try {
      change.run();
      return "redirect:/operations/banks";
    } catch (Problem refused) {
      Refusal.show(refused, model, response);
      return list(model);
    }
  }

  /**
   * @param begun null unless the bank is in maintenance
   */
  public record Shown(Bank bank, Banks.Maintenance.@Nullable Begun begun) {}
}
