package vn.dvc.sandbox.bank.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.SandboxOperation;
import vn.dvc.sandbox.signing.KeyRing;
import vn.dvc.sandbox.wire.Wire;

/** The contract bank-v1, served for each configured bank under {@code /banks/{bin}}. */
@Controller
@RequestMapping("/banks/{bin}")
class BankController {

  private final SandboxSettings settings;
  private final KeyRing keys;
  private final ObjectMapper json;
  private final BankExchange exchange;

  BankController(SandboxSettings settings, KeyRing keys, ObjectMapper json, BankExchange exchange) {
    this.settings = settings;
    this.keys = keys;
    this.json = json;
    this.exchange = exchange;
  }

  @GetMapping(path = "/keys", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  Map<String, Object> keys(@PathVariable String bin) {
    return keys.of(bank(bin).bin()).published();
  }

  @PostMapping("/cards/authorisations")
  void authorise(@PathVariable String bin, HttpServletRequest in, HttpServletResponse out)
      throws IOException {
    serve(bin, SandboxOperation.AUTHORISE, null, in, out);
  }

  @PostMapping("/cards/authorisations/{attemptRef}/otp")
  void otp(
      @PathVariable String bin,
      @PathVariable UUID attemptRef,
      HttpServletRequest in,
      HttpServletResponse out)
      throws IOException {
    serve(bin, SandboxOperation.OTP, attemptRef, in, out);
  }

  @PostMapping("/cards/authorisations/{attemptRef}/otp-resend")
  void resend(
      @PathVariable String bin,
      @PathVariable UUID attemptRef,
      HttpServletRequest in,
      HttpServletResponse out)
      throws IOException {
    serve(bin, SandboxOperation.RESEND, attemptRef, in, out);
  }

  @PostMapping("/cards/authorisations/{attemptRef}/capture")
  void capture(
      @PathVariable String bin,
      @PathVariable UUID attemptRef,
      HttpServletRequest in,
      HttpServletResponse out)
      throws IOException {
    serve(bin, SandboxOperation.CAPTURE, attemptRef, in, out);
  }

  @PostMapping("/cards/authorisations/{attemptRef}/void")
  void release(
      @PathVariable String bin,
      @PathVariable UUID attemptRef,
      HttpServletRequest in,
      HttpServletResponse out)
      throws IOException {
    serve(bin, SandboxOperation.VOID, attemptRef, in, out);
  }

  @PostMapping("/accounts/enquiry")
  void enquiry(@PathVariable String bin, HttpServletRequest in, HttpServletResponse out)
      throws IOException {
    serve(bin, SandboxOperation.ENQUIRY, null, in, out);
  }

  @PostMapping("/mandates")
  void mandate(@PathVariable String bin, HttpServletRequest in, HttpServletResponse out)
      throws IOException {
    serve(bin, SandboxOperation.MANDATE, null, in, out);
  }

  @DeleteMapping("/mandates/{id}")
  void endMandate(@PathVariable String bin, HttpServletRequest in, HttpServletResponse out)
      throws IOException {
    serve(bin, SandboxOperation.END_MANDATE, null, in, out);
  }

  @PostMapping("/debits")
  void debit(@PathVariable String bin, HttpServletRequest in, HttpServletResponse out)
      throws IOException {
    serve(bin, SandboxOperation.DEBIT, null, in, out);
  }

  @PostMapping("/reversals")
  void reversal(@PathVariable String bin, HttpServletRequest in, HttpServletResponse out)
      throws IOException {
    serve(bin, SandboxOperation.REVERSAL, null, in, out);
  }

  @GetMapping("/transactions/{attemptRef}")
  void inquiry(
      @PathVariable String bin,
      @PathVariable UUID attemptRef,
      HttpServletRequest in,
      HttpServletResponse out)
      throws IOException {
    serve(bin, SandboxOperation.INQUIRY, attemptRef, in, out);
  }

  @PostMapping("/transactions/{attemptRef}/tombstone")
  void tombstone(
      @PathVariable String bin,
      @PathVariable UUID attemptRef,
      HttpServletRequest in,
      HttpServletResponse out)
      throws IOException {
    serve(bin, SandboxOperation.TOMBSTONE, attemptRef, in, out);
  }

  /** The day's movements; before the day is over, those so far. */
  @GetMapping("/statements/{date}")
  void statement(@PathVariable String bin, HttpServletRequest in, HttpServletResponse out)
      throws IOException {
    serve(bin, SandboxOperation.STATEMENT, null, in, out);
  }

  private void serve(
      String bin,
      SandboxOperation operation,
      @Nullable UUID attemptRef,
      HttpServletRequest in,
      HttpServletResponse out)
      throws IOException {
    Request request = Request.read(bank(bin), operation, attemptRef, in, json);
    exchange.serve(
        request, Wire.under(in), new Answers(out, json, keys.of(bin), request.envelope()));
  }

  private SandboxSettings.Bank bank(String bin) {
    return settings
        .bank(bin)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No bank has this bin"));
  }
}
