package vn.dvc.pay.web.security.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Whatever of the demonstration is left in the settings, and whatever is too weak for production,
 * each with what to set. Opens no connection.
 */
public final class ProductionSettings {
  private static final int SHORTEST_PASSWORD = 12;
  private static final int SHORTEST_SECRET = 16;
  private static final String SAMPLE_ACCOUNT = "118000012345";
  private static final Set<String> KNOWN_WORDS =
      Set.of("password", "postgres", "changeme", "secret", "admin", "dvc-pay", "dvcpay", "123456");

  private final ConfigurableEnvironment settings;
  private final List<String> wrong = new ArrayList<>();

  private ProductionSettings(ConfigurableEnvironment settings) {
    this.settings = settings;
  }

  public static List<String> findings(ConfigurableEnvironment settings) {
    var check = new ProductionSettings(settings);
    MissingVariables.in(settings).forEach(variable -> check.wrong.add(variable + " is missing"));
    check.database();
    check.addresses();
    check.wrong.addAll(PortFindings.of(check::setting));
    check.banks();
    check.secrets();
    check.people();
    check.mailing();
    return check.wrong;
  }

  private void database() {
    var url = setting("spring.datasource.url");
    refuse(
        url != null && !url.startsWith("jdbc:postgresql:"),
        "the database is not PostgreSQL (DVC_DB_URL)");
    var password = setting("spring.datasource.password");
    refuse(
        password != null
            && isWeak(password, SHORTEST_PASSWORD, setting("spring.datasource.username")),
        "the database's password is missing, shorter than 12 characters or one that everybody knows"
            + " (DVC_DB_PASSWORD)");
    var owner = setting("dvc.database.owner.user");
    refuse(
        owner != null && (owner.isBlank() || owner.equals(setting("spring.datasource.username"))),
        "the database's tables are not owned by a user of their own (DVC_DB_OWNER)");
    var ownersPassword = setting("dvc.database.owner.password");
    refuse(
        ownersPassword != null && isWeak(ownersPassword, SHORTEST_PASSWORD, owner),
        "the password of the tables' owner is missing, shorter than 12 characters or one that"
            + " everybody knows (DVC_DB_OWNER_PASSWORD)");
  }

  private void addresses() {
    https(
        "spring.security.oauth2.resourceserver.jwt.issuer-uri",
        "the issuer of the API's tokens is not an https address (DVC_API_ISSUER)");
    https(
        "dvc.public-url", "the application's own address is not an https address (DVC_PUBLIC_URL)");
    https(
        "dvc.identity.payers.issuer",
        "payers' identity provider is not an https address (DVC_PAYERS_ISSUER)");
    https(
        "dvc.identity.staff.issuer",
        "staff's identity provider is not an https address (DVC_STAFF_ISSUER)");
    https("dvc.portal.url", "the portal is not an https address (dvc.portal.url)");
    for (var origin : list("dvc.return-origins")) {
      refuse(
          !origin.startsWith("https://"),
          "payers may return to " + origin + ", which is not https (DVC_RETURN_ORIGINS)");
    }
  }

  private void banks() {
    // Bound as a whole, because a list in one place replaces that of another.
    for (var bank : list("dvc.banks", BankAddress.class)) {
      refuse(
          !bank.url().startsWith("https://"),
          "bank " + bank.bin() + " is not called over https (dvc.banks)");
      refuse(
          list("dvc.pinned-keys.banks." + bank.bin()).isEmpty(),
          "the keys of bank %s are not pinned (dvc.pinned-keys.banks.%1$s)".formatted(bank.bin()));
      wrong.addAll(MutualTlsFindings.of(bank.bin(), this::setting));
    }
    refuse(
        SAMPLE_ACCOUNT.equals(setting("dvc.collecting.account")),
        "fees would be collected on the account of the demonstration (dvc.collecting)");
  }

  private void secrets() {
    for (var audience : List.of("payers", "staff")) {
      var secret = setting("dvc.identity." + audience + ".client-secret");
      refuse(
          secret != null
              && isWeak(
                  secret, SHORTEST_SECRET, setting("dvc.identity." + audience + ".client-id")),
          "the secret at the identity provider of %s is missing, shorter than 16 characters or the client's id (DVC_%s_CLIENT_SECRET)"
              .formatted(audience, audience.toUpperCase(Locale.ROOT)));
    }
  }

  private void people() {
    refuse(
        list("dvc.identity.payers.levels").isEmpty()
            && setting("dvc.identity.payers.levels") != null,
        "any level of assurance would do for payers (DVC_PAYERS_LEVELS)");
    refuse(
        isBlank("dvc.support.phone") && isBlank("dvc.support.email"),
        "pages and documents would name nobody whom payers can ask"
            + " (DVC_SUPPORT_PHONE or DVC_SUPPORT_EMAIL)");
    refuse(
        isBlank("dvc.support.hours"),
        "payers are not told when somebody answers them (DVC_SUPPORT_HOURS)");
  }

  private void mailing() {
    if (isSet("dvc.mailing.mail.host")) {
      refuse(
          "false".equals(setting("dvc.mailing.mail.start-tls")),
          "mail would be sent without encryption (dvc.mailing.mail.start-tls)");
      var from = setting("dvc.mailing.mail.from");
      refuse(
          from != null && (from.isBlank() || from.endsWith("example.vn")),
          "mail would come from nobody, or from the demonstration (DVC_MAIL_FROM)");
      var password = setting("dvc.mailing.mail.password");
      refuse(
          isSet("dvc.mailing.mail.user")
              && password != null
              && isWeak(password, SHORTEST_PASSWORD, setting("dvc.mailing.mail.user")),
          "the mail server's password is missing, shorter than 12 characters or one that everybody"
              + " knows (DVC_MAIL_PASSWORD)");
    }
    if (isSet("dvc.mailing.sms.url")) {
      https("dvc.mailing.sms.url", "the gateway for SMS is not an https address (DVC_SMS_URL)");
    }
  }

  private boolean isSet(String name) {
    var text = setting(name);
    return text != null && !text.isBlank();
  }

  private void https(String name, String otherwise) {
    var address = setting(name);
    refuse(address != null && !address.startsWith("https://"), otherwise);
  }

  private void refuse(boolean isWrong, String finding) {
    if (isWrong) {
      wrong.add(finding);
    }
  }

  private static boolean isWeak(String secret, int shortest, @Nullable String owner) {
    var plain = secret.toLowerCase(Locale.ROOT);
    return secret.length() < shortest
        || KNOWN_WORDS.contains(plain)
        || plain.equals(owner)
        || plain.chars().distinct().count() < 5;
  }

  private boolean isBlank(String name) {
    var text = setting(name);
    return text != null && text.isBlank();
  }

  private List<String> list(String name) {
    return list(name, String.class).stream().filter(each -> !each.isBlank()).toList();
  }

  private <T> List<T> list(String name, Class<T> type) {
    try {
      return Binder.get(settings).bind(name, Bindable.listOf(type)).orElse(List.of());
    } catch (RuntimeException variableIsMissing) {
      return List.of();
    }
  }

  /**
   * Empty if it is not set at all; null if it needs a variable that is missing, as told already.
   */
  private @Nullable String setting(String name) {
    try {
      return settings.getProperty(name, "");
    } catch (IllegalArgumentException variableIsMissing) {
      return null;
    }
  }

  /** Of a bank's settings, what is checked here. */
  record BankAddress(String bin, String url) {}
}
