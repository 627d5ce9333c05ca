package vn.dvc.pay.mailing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.dvc.pay.values.text.Email;

/**
 * How people are told, as configured under {@code dvc.mailing}. A channel without a server is not
 * offered.
 *
 * @param pauses before each further attempt; after the last, the message is given up
 * @param lease how long a node may take over one message before others may try; much longer than
 *     the channels' whole-time
 * @param slots how many messages of one channel a node sends at once
 * @param keep how long a message is listed
 * @param officers for each group of staff, the address that is told of its overdue tasks
 */
@ConfigurationProperties("dvc.mailing")
public record MailingSettings(
    @DefaultValue({"1m", "5m", "30m", "2h", "12h"}) List<Duration> pauses,
    @DefaultValue("2m") Duration lease,
    @DefaultValue("2") int slots,
    @DefaultValue("180d") Duration keep,
    @DefaultValue Mail mail,
    @DefaultValue Sms sms,
    @Nullable Map<String, String> officers) {

  public MailingSettings {
    officers = officers == null ? Map.of() : Map.copyOf(officers);
    officers.values().forEach(Email::of);
  }

  public Set<Channel> offered() {
    var offered = new TreeSet<Channel>();
    if (mail.isThere()) {
      offered.add(Channel.EMAIL);
    }
    if (sms.url() != null) {
      offered.add(Channel.SMS);
    }
    return offered;
  }

  /**
   * The mail server.
   *
   * @param host without it no e-mail is offered
   * @param port its port for STARTTLS
   * @param user as whom we sign in there; without it we do not
   * @param password that user's password
   * @param from the address in the sender's field
   * @param startTls whether the server must encrypt and prove who it is; off for the demonstration
   *     only
   * @param wholeTime how long sending one message may take as a whole
   */
  public record Mail(
      @Nullable String host,
      @DefaultValue("587") int port,
      @Nullable String user,
      @Nullable String password,
      @Nullable String from,
      @DefaultValue("true") boolean startTls,
      @DefaultValue("20s") Duration wholeTime) {

    boolean isThere() {
      return host != null && !host.isBlank() && from != null && !from.isBlank();
    }
  }

  /**
   * The gateway for SMS: takes {@code {"id", "to", "text"}} by POST; a message with an id that it
   * took before is the same message.
   *
   * @param url without it no SMS is offered
   * @param token its bearer token; null if it asks for none
   * @param wholeTime how long sending one message may take as a whole
   */
  public record Sms(
      @Nullable URI url, @Nullable String token, @DefaultValue("10s") Duration wholeTime) {

    public Sms {
      url = url == null || url.toString().isBlank() ? null : url;
      token = token == null || token.isBlank() ? null : token;
    }
  }
}
