package vn.dvc.pay.web.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.database.MissingTimeouts;
import vn.dvc.pay.web.security.accounts.DemoAccounts;

/**
 * Refuses to start in production while anything from the demo is left, such as an account, a bank,
 * a database or a well-known password, or while payers have nobody to ask. Reports everything that
 * is wrong at once. Staff accounts are checked by the engine.
 */
@Component
@Profile("production")
public class ProductionCheck implements SmartInitializingSingleton {
  private static final Set<String> KNOWN_PASSWORDS =
      Set.of(
          "",
          "sa",
          "admin",
          "portal",
          "postgres",
          "password",
          "changeme",
          "secret",
          "dvc",
          "dvc-pay",
          "dvcpay",
          "demo");
  private final Environment settings;
  private final Banks banks;
  private final MissingTimeouts timeouts;
  private final ObjectProvider<DemoAccounts> demo;

  ProductionCheck(
      Environment settings,
      Banks banks,
      MissingTimeouts timeouts,
      ObjectProvider<DemoAccounts> demo) {
    this.settings = settings;
    this.banks = banks;
    this.timeouts = timeouts;
    this.demo = demo;
  }

  @Override
  public void afterSingletonsInstantiated() {
    var wrong = findings();
    if (!wrong.isEmpty()) {
      throw new IllegalStateException("Production does not start: " + String.join("; ", wrong));
    }
  }

  List<String> findings() {
    var wrong = new ArrayList<String>();
    if (demo.stream().findAny().isPresent()) {
      wrong.add("the demo client and the demo payers are there (bean DemoAccounts)");
    }
    if (!setting("spring.datasource.url").startsWith("jdbc:postgresql:")) {
      wrong.add("the database is not PostgreSQL (DVC_DB_URL)");
    }
    if (KNOWN_PASSWORDS.contains(setting("spring.datasource.password"))) {
      wrong.add("the database's password is missing or one that everybody knows (DVC_DB_PASSWORD)");
    }
    var missing = timeouts.missing();
    if (!missing.isEmpty()) {
      wrong.add(
          "a connection to the database has no "
              + String.join(", ", missing)
              + ", so that one node that hangs could stop all (dvc.database)");
    }
    if (!setting("spring.security.oauth2.resourceserver.jwt.issuer-uri").startsWith("https://")) {
      wrong.add("the issuer of the API's tokens is not an https address (DVC_API_ISSUER)");
    }
    if (!setting("dvc.public-url").startsWith("https://")) {
      wrong.add("the application's own address is not an https address (DVC_PUBLIC_URL)");
    }
    if (setting("dvc.support.phone").isBlank() && setting("dvc.support.email").isBlank()) {
      wrong.add(
          "pages and documents would name nobody whom payers can ask"
              + " (DVC_SUPPORT_PHONE or DVC_SUPPORT_EMAIL)");
    }
    if (setting("dvc.support.hours").isBlank()) {
      wrong.add("payers are not told when somebody answers them (DVC_SUPPORT_HOURS)");
    }
    banks.all().stream()
        .filter(bank -> bank.url().startsWith(setting("dvc.sandbox-url") + "/"))
        .forEach(bank -> wrong.add("bank " + bank.bin() + " is still the sandbox's (dvc.banks)"));
    return wrong;
  }

  private String setting(String name) {
    return settings.getProperty(name, "");
  }
}
