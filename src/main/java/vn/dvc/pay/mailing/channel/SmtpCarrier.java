package vn.dvc.pay.mailing.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.MailingSettings;

/**
 * E-mail by SMTP: plain text only, so that nothing in it can pass for a page or a picture of ours.
 * Its id is the mailing's, so that a mailbox can tell a letter that was sent twice.
 */
@Component
class SmtpCarrier implements Carrier {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpCarrier.class);

  private final MailingSettings.Mail settings;

  SmtpCarrier(MailingSettings settings) {
    this.settings = settings.mail();
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public Outcome send(Letter letter) {
    try (var sockets = new SocketsWithDeadline(settings.wholeTime())) {
      var sender = sender(sockets);
      sender.send(message(sender, letter));
      return Outcome.SENT;
    } catch (MailSendException failed) {
      var refused = failed.getFailedMessages().values().stream().anyMatch(SmtpCarrier::isNoAddress);
      return failed(letter, refused ? Outcome.REFUSED : Outcome.FAILED, failed);
    } catch (MailException | MessagingException failed) {
      return failed(letter, Outcome.FAILED, failed);
    }
  }

  private JavaMailSenderImpl sender(SocketsWithDeadline sockets) {
    var sender = new JavaMailSenderImpl();
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    sender.setDefaultEncoding(UTF_8.name());
    var millis = String.valueOf(settings.wholeTime().toMillis());
    var properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.socketFactory", sockets);
    if (settings.startTls()) {
      properties.setProperty("mail.smtp.starttls.enable", "true");
      properties.setProperty("mail.smtp.starttls.required", "true");
      properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    }
    if (settings.user() != null && !settings.user().isBlank()) {
      properties.setProperty("mail.smtp.auth", "true");
      sender.setUsername(settings.user());
      sender.setPassword(settings.password());
    }
    sender.setJavaMailProperties(properties);
    return sender;
  }

  private MimeMessage message(JavaMailSenderImpl sender, Letter letter) throws MessagingException {
    var message = sender.createMimeMessage();
    var fields = new MimeMessageHelper(message, UTF_8.name());
    fields.setFrom(settings.from());
    fields.setTo(letter.to());
    fields.setSubject(letter.subject());
    fields.setText(letter.text());
    message.setHeader(
        "Message-ID", "<" + letter.id() + settings.from().replaceFirst(".*(@[^>]*)>?$", "$1>"));
    // Asks mail programs not to answer by "I am on holiday".
    message.setHeader("Auto-Submitted", "auto-generated");
    if (letter.stop() != null) {
      message.setHeader("List-Unsubscribe", "<" + letter.stop() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    return message;
  }

  /** The server says for good that it does not know the receiver. */
  private static boolean isNoAddress(Throwable failure) {
    for (var each = failure; each instanceof MessagingException of; each = of.getNextException()) {
      if (each instanceof SMTPAddressFailedException address
          && address.getReturnCode() >= 550
          && address.getReturnCode() <= 553) {
        return true;
      }
    }
    return false;
  }

  /** Exceptions of the mail library quote addresses, so only their class is logged. */
  private static Outcome failed(Letter letter, Outcome outcome, Exception failed) {
    LOG.warn(
        "Mailing {} {}: {}",
        letter.id(),
        outcome,
        NestedExceptionUtils.getMostSpecificCause(failed).getClass().getSimpleName());
    return outcome;
  }
}
