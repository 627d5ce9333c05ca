package vn.dvc.sandbox.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.moods.SandboxFaults;
import vn.dvc.sandbox.bank.state.BankState;
import vn.dvc.sandbox.bank.state.LedgerLine;
import vn.dvc.sandbox.bank.state.ReceivedRequest;
import vn.dvc.sandbox.bank.state.Sms;
import vn.dvc.sandbox.bank.statement.Camt053;
import vn.dvc.sandbox.bank.statement.StatementWriter;

/** What testers and tests may see of the banks, and how they make them misbehave. */
@RestController
@RequestMapping("/sandbox")
class FaultController {

  private final BankState state;
  private final SandboxFaults faults;
  private final FaultOrders orders;
  private final SandboxSettings settings;
  private final StatementWriter statements;

  FaultController(
      BankState state,
      SandboxFaults faults,
      FaultOrders orders,
      SandboxSettings settings,
      StatementWriter statements) {
    this.settings = settings;
    this.statements = statements;
    this.state = state;
    this.faults = faults;
    this.orders = orders;
  }

  @GetMapping("/sms")
  List<Sms> sms() {
    return state.messages();
  }

  @GetMapping("/ledger")
  List<LedgerLine> ledger(@RequestParam(defaultValue = "false") boolean all) {
    return state.ledger(all);
  }

  @GetMapping("/receipts")
  List<ReceivedRequest> receipts() {
    return state.receipts();
  }

  /** The statement as the bank would sign it, without its signature. */
  @GetMapping(path = "/statements/{bank}/{day}", produces = "application/xml;charset=UTF-8")
  byte[] statement(
      @PathVariable String bank,
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
    return settings
        .bank(bank)
        .flatMap(it -> statements.of(it, day, Instant.now()))
        .map(Camt053::write)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/faults")
  List<SandboxFaults.Switched> faults() {
    return faults.all();
  }

  @PostMapping("/faults")
  @ResponseStatus(HttpStatus.CREATED)
  SandboxFaults.Switched switchOn(@RequestBody Map<String, Object> order) {
    SandboxFaults.Switched fault = orders.read(order);
    faults.add(fault);
    return fault;
  }

  @DeleteMapping("/faults")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void switchOff() {
    faults.clear();
  }
}
