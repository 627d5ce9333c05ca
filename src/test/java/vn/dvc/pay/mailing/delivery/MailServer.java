package vn.dvc.pay.mailing.delivery;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** A real SMTP server, which can be away for a while. */
final class MailServer {
  private GreenMail server = server(0);
  final int port;

  MailServer() {
    server.start();
    port = server.getSmtp().getPort();
  }

  private static GreenMail server(int port) {
    return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  void goAway() {
    server.stop();
  }

  void comeBack() {
    server = server(port);
    server.start();
  }

  List<MimeMessage> received() {
    return Arrays.asList(server.getReceivedMessages());
  }

  /** To this address, the oldest first. */
  List<MimeMessage> to(String address) {
    return received().stream().filter(mail -> isTo(mail, address)).toList();
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return Arrays.stream(mail.getAllRecipients()).anyMatch(to -> to.toString().equals(address));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
