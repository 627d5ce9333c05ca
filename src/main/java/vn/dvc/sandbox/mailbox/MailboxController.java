package vn.dvc.sandbox.mailbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.dvc.sandbox.SandboxSettings;

/** The page on which a tester reads what people received. */
@Controller
class MailboxController {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss dd/MM").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

  private final SandboxSettings settings;
  private final SandboxMailServer mails;
  private final SmsGateway sms;

  MailboxController(SandboxSettings settings, SandboxMailServer mails, SmsGateway sms) {
    this.settings = settings;
    this.mails = mails;
    this.sms = sms;
  }

  @GetMapping("/mailbox")
  String show(Model model) {
    model.addAttribute("appUrl", settings.appUrl());
    model.addAttribute("clock", (Clock) CLOCK::format);
    model.addAttribute("port", mails.port());
    model.addAttribute("mails", mails.mails());
    model.addAttribute("sms", sms.received());
    return "sandbox/mailbox";
  }

  /** Formats a time in Vietnam's time zone. */
  @FunctionalInterface
  public interface Clock {
    String at(Instant time);
  }
}
