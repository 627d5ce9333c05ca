package vn.dvc.pay.operations.cases;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.dvc.pay.cases.Audit;
import vn.dvc.pay.cases.CaseKinds;
import vn.dvc.pay.cases.Cases;
import vn.dvc.pay.engine.HumanTasks;
import vn.dvc.pay.engine.Staff.StaffMember;
import vn.dvc.pay.operations.Refusal;
import vn.dvc.pay.operations.overview.Ages;
import vn.dvc.pay.payment.IncomingMoney;
import vn.dvc.pay.payment.PaymentSearch;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.Problem;

/**
 * The list of cases, and the page where one person proposes a decision and another one confirms it.
 */
@Controller
@RequestMapping("/operations/cases")
class CaseController {
  private final Cases cases;
  private final CaseKinds kinds;
  private final HumanTasks tasks;
  private final IncomingMoney incoming;
  private final Audit audit;
  private final PaymentSearch search;
  private final DatabaseTime time;

  CaseController(
      Cases cases,
      CaseKinds kinds,
      HumanTasks tasks,
      IncomingMoney incoming,
      Audit audit,
      PaymentSearch search,
      DatabaseTime time) {
    this.cases = cases;
    this.kinds = kinds;
    this.tasks = tasks;
    this.incoming = incoming;
    this.audit = audit;
    this.search = search;
    this.time = time;
  }

  @GetMapping
  String list(@RequestParam(defaultValue = "0") int page, Model model) {
    var listed = cases.list(Math.max(page, 0));
    model.addAttribute("cases", listed);
    model.addAttribute("payments", paymentsOf(listed));
    model.addAttribute("ages", new Ages(time.now()));
    model.addAttribute("page", Math.max(page, 0));
    return "operations/cases";
  }

  private Map<String, PaymentSearch.Hit> paymentsOf(List<Cases.Case> listed) {
    return search.named(
        listed.stream().map(Cases.Case::payment).filter(Objects::nonNull).distinct().toList());
  }

  @GetMapping("/{id}")
  String show(@PathVariable String id, Model model) {
    var file = cases.find(id).orElseThrow(() -> Problem.notFound("case-not-found"));
    model.addAttribute("file", file);
    model.addAttribute("received", received(file));
    model.addAttribute("decisions", kinds.named(file.kind()).decisions());
    model.addAttribute("task", tasks.openOf(id).stream().findFirst().orElse(null));
    model.addAttribute("trail", audit.about(id));
    return "operations/case";
  }

  /** Money received for the payment that the case is about, beyond what the case itself shows. */
  private List<IncomingMoney.Collection> received(Cases.Case file) {
    try {
      return file.payment() == null ? List.of() : incoming.of(PaymentId.of(file.payment()));
    } catch (IllegalArgumentException notOurs) {
      return List.of();
    }
  }

  @PostMapping("/{id}/claim")
  String claim(
      @PathVariable String id,
      @RequestParam String task,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    return act(id, model, response, () -> tasks.claim(open(id, task), me.id()));
  }

  @PostMapping("/{id}/decide")
  String decide(
      @PathVariable String id,
      @RequestParam String task,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    var form = Map.<String, Object>of("decision", decision, "reason", reason);
    return complete(id, task, form, model, me, response);
  }

  @PostMapping("/{id}/confirm")
  String confirm(
      @PathVariable String id,
      @RequestParam String task,
      @RequestParam(defaultValue = "") String agreed,
      @RequestParam(defaultValue = "") String reason,
      Model model,
      @AuthenticationPrincipal StaffMember me,
      HttpServletResponse response) {
    var form = Map.<String, Object>of("agreed", agreed, "reason", reason);
    return complete(id, task, form, model, me, response);
  }

  /** A refused form keeps its reason, which took the longest to write. */
  private String complete(
      String id,
      String task,
      Map<String, Object> form,
      Model model,
      StaffMember me,
      HttpServletResponse response) {
    model.addAttribute("reason", form.get("reason"));
    return act(id, model, response, () -> tasks.complete(open(id, task), me.id(), form));
  }

  /**
   * The task that the page showed, provided the case still waits for it. A second proposal gets a
   * new task, so an outdated page cannot confirm something it did not show.
   */
  private String open(String id, String task) {
    return tasks.openOf(id).stream()
        .map(HumanTasks.HumanTask::id)
        .filter(task::equals)
        .findFirst()
        .orElseThrow(() -> Problem.conflict("case-moved-on"));
  }

  /** Shows the case again with an explanation if the request is refused. */
  private String act(String id, Model model, HttpServletResponse response, Runnable action) {
    try {
      action.run();
      return "redirect:/operations/cases/" + id;
    } catch (Problem refused) {
      Refusal.show(refused, model, response);
      return show(id, model);
    }
  }
}
