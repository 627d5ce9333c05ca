package vn.dvc.sandbox.control;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.CardOutcome;
import vn.dvc.sandbox.bank.Fault;
import vn.dvc.sandbox.bank.SandboxOperation;
import vn.dvc.sandbox.bank.accounts.Accounts;
import vn.dvc.sandbox.bank.cashier.Cashier;
import vn.dvc.sandbox.bank.cashier.TextStyle;
import vn.dvc.sandbox.bank.moods.SandboxFaults;
import vn.dvc.sandbox.bank.state.BankState;
import vn.dvc.sandbox.bank.state.NotificationProgress;
import vn.dvc.sandbox.bank.statement.BankStatement;
import vn.dvc.sandbox.bank.statement.StatementWriter;
import vn.dvc.sandbox.portal.DemoDossiers;
import vn.dvc.sandbox.portal.WebhookInbox;

/** The page on which a tester sees all banks and the portal, and switches faults on and off. */
@Controller
class FrontPageController {

  private static final int MAX_ROWS = 50;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss dd/MM").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

  private final SandboxSettings settings;
  private final BankState state;
  private final SandboxFaults faults;
  private final FaultOrders orders;
  private final WebhookInbox inbox;
  private final DemoDossiers dossiers;
  private final Accounts accounts;
  private final Cashier cashier;
  private final StatementWriter statements;

  FrontPageController(
      SandboxSettings settings,
      BankState state,
      SandboxFaults faults,
      FaultOrders orders,
      WebhookInbox inbox,
      DemoDossiers dossiers,
      Accounts accounts,
      Cashier cashier,
      StatementWriter statements) {
    this.statements = statements;
    this.settings = settings;
    this.state = state;
    this.faults = faults;
    this.orders = orders;
    this.inbox = inbox;
    this.dossiers = dossiers;
    this.accounts = accounts;
    this.cashier = cashier;
  }

  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  String show(Model model) {
    model.addAttribute("clock", (Clock) CLOCK::format);
    model.addAttribute("appUrl", settings.appUrl());
    model.addAttribute("banks", settings.banks());
    model.addAttribute("says", says());
    model.addAttribute("accounts", accounts.standings());
    model.addAttribute("collecting", accounts.collecting());
    model.addAttribute("mandates", first(state.mandates()));
    model.addAttribute("slips", first(cashier.slips()));
    model.addAttribute("notices", first(notices()));
    model.addAttribute("styles", TextStyle.values());
    model.addAttribute("messages", first(state.messages()));
    model.addAttribute("ledger", last(state.ledger(true)));
    model.addAttribute("statements", statements());
    model.addAttribute("receipts", last(state.receipts()));
    model.addAttribute("webhooks", first(inbox.deliveries()));
    model.addAttribute("switched", faults.all());
    model.addAttribute("faults", Fault.values());
    model.addAttribute("operations", SandboxOperation.values());
    return "sandbox/front";
  }

  @PostMapping(path = "/faults", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  String switchOn(@RequestParam Map<String, String> order, RedirectAttributes told) {
    try {
      faults.add(orders.read(order));
    } catch (BadOrder e) {
      told.addFlashAttribute("told", "Không bật được lỗi: " + e.getMessage());
    }
    return "redirect:/#faults";
  }

  @PostMapping("/faults/off")
  String switchOff() {
    faults.clear();
    return "redirect:/#faults";
  }

  @PostMapping("/dossiers")
  String seed(@RequestParam boolean more, RedirectAttributes told) throws InterruptedException {
    try {
      List<DemoDossiers.Put> answers = more ? dossiers.seedMore() : dossiers.seed();
      long taken = answers.stream().filter(put -> put.status() < 300).count();
      told.addFlashAttribute(
          "told", "DVC Pay đã nhận " + taken + " trong số " + answers.size() + " hồ sơ.");
    } catch (IOException e) {
      told.addFlashAttribute("told", "DVC Pay chưa trả lời. Ứng dụng đã chạy chưa?");
    }
    return "redirect:/#dossiers";
  }

  /** Formats a time in Vietnam's time zone. */
  @FunctionalInterface
  public interface Clock {
    String at(Instant time);
  }

  private List<NotificationProgress> notices() {
    return state.deliveries().stream().filter(it -> it.letter().isNotice()).toList();
  }

  private Map<String, String> says() {
    return settings.banks().stream()
        .flatMap(bank -> bank.cards().stream())
        .map(SandboxSettings.Card::outcome)
        .distinct()
        .collect(Collectors.toMap(word -> word, word -> CardOutcome.of(word).says()));
  }

  /** Today's and the previous day's statements of every bank. */
  private List<BankStatement> statements() {
    Instant now = Instant.now();
    LocalDate today = LocalDate.ofInstant(now, StatementWriter.ZONE);
    return settings.banks().stream()
        .flatMap(
            bank ->
                Stream.of(today, today.minusDays(1))
                    .flatMap(day -> statements.of(bank, day, now).stream()))
        .toList();
  }

  private static <T> List<T> first(List<T> rows) {
    return rows.subList(0, Math.min(MAX_ROWS, rows.size()));
  }

  private static <T> List<T> last(List<T> rows) {
    return rows.subList(Math.max(0, rows.size() - MAX_ROWS), rows.size());
  }
}
