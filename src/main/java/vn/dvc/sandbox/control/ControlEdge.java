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
import vn.dvc.sandbox.bank.books.Books;
import vn.dvc.sandbox.bank.books.LedgerLine;
import vn.dvc.sandbox.bank.books.Receipt;
import vn.dvc.sandbox.bank.books.Sms;
import vn.dvc.sandbox.bank.moods.Faults;
import vn.dvc.sandbox.bank.statement.Camt053;
import vn.dvc.sandbox.bank.statement.Statements;

/** What testers and tests may see of the banks, and how they make them misbehave. */
@RestController
@RequestMapping("/sandbox")
class ControlEdge {

  private final Books books;
  private final Faults faults;
  private final FaultOrders orders;
  private final SandboxSettings settings;
  private final Statements statements;

  ControlEdge(
      Books books,
      Faults faults,
      FaultOrders orders,
      SandboxSettings settings,
      Statements statements) {
    this.settings = settings;
    this.statements = statements;
    this.books = books;
    this.faults = faults;
    this.orders = orders;
  }

  @GetMapping("/sms")
  List<Sms> sms() {
    return books.messages();
  }

  @GetMapping("/ledger")
  List<LedgerLine> ledger(@RequestParam(defaultValue = "false") boolean all) {
    return books.ledger(all);
  }

  @GetMapping("/receipts")
  List<Receipt> receipts() {
    return books.receipts();
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
  List<Faults.Switched> faults() {
    return faults.all();
  }

  @PostMapping("/faults")
  @ResponseStatus(HttpStatus.CREATED)
  Faults.Switched switchOn(@RequestBody Map<String, Object> order) {
    Faults.Switched fault = orders.read(order);
    faults.add(fault);
    return fault;
  }

  @DeleteMapping("/faults")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void switchOff() {
    faults.clear();
  }
}
