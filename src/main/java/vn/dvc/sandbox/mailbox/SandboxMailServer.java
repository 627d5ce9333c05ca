package vn.dvc.sandbox.mailbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;

/**
 * Takes e-mail to anybody, in memory. Where its port is taken, as by a second sandbox, there is no
 * mail, and everything else works.
 */
@Component
public class SandboxMailServer {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxMailServer.class);

  private final GreenMail server;
  private final boolean running;

  SandboxMailServer(SandboxSettings settings) {
    server =
        new GreenMail(new ServerSetup(settings.mailPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    running = isStarted();
  }

  private boolean isStarted() {
    try {
      server.start();
      return true;
    } catch (RuntimeException portIsTaken) {
      LOG.warn("No mail server: {}", portIsTaken.getMessage());
      return false;
    }
  }

  /** Where it listens; 0 if it does not. */
  public int port() {
    return running ? server.getSmtp().getPort() : 0;
  }

  /** Newest first. */
  List<Mail> mails() {
    if (!running) {
      return List.of();
    }
    var mails = new ArrayList<Mail>();
    for (var message : server.getReceivedMessages()) {
      mails.add(mail(message));
    }
    Collections.reverse(mails);
    return mails;
  }

  private static Mail mail(MimeMessage message) {
    try {
      return new Mail(
          message.getSentDate() == null ? Instant.EPOCH : message.getSentDate().toInstant(),
          Arrays.toString(message.getAllRecipients()).replaceAll("[\\[\\]]", ""),
          message.getSubject(),
          message.getContent() instanceof String text ? text : GreenMailUtil.getBody(message));
    } catch (MessagingException | IOException e) {
      return new Mail(Instant.EPOCH, "?", "?", String.valueOf(e.getMessage()));
    }
  }

  @PreDestroy
  void stop() {
    if (running) {
      server.stop();
    }
  }

  /** As its reader sees it. */
  public record Mail(Instant at, String to, String subject, String text) {}
}
