package vn.dvc.pay.web.security;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Banks;
import vn.dvc.pay.database.AddOnlyTables;
import vn.dvc.pay.database.MissingTimeouts;
import vn.dvc.pay.web.security.accounts.DemoAccounts;
import vn.dvc.pay.web.security.production.ProductionSettings;

/**
 * Refuses to start in production while anything from the demo is left, such as an account, a bank,
 * a database or a well-known password, or while payers have nobody to ask. Reports everything that
 * is wrong at once. Staff accounts are checked by the engine.
 */
@Component
@Profile("production")
public class ProductionCheck implements SmartInitializingSingleton {
  private final ConfigurableEnvironment settings;
  private final Banks banks;
  private final MissingTimeouts timeouts;
  private final AddOnlyTables tables;
  private final ObjectProvider<DemoAccounts> demo;

  ProductionCheck(
      ConfigurableEnvironment settings,
      Banks banks,
      MissingTimeouts timeouts,
      AddOnlyTables tables,
      ObjectProvider<DemoAccounts> demo) {
    this.settings = settings;
    this.banks = banks;
    this.timeouts = timeouts;
    this.tables = tables;
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
    var missing = timeouts.missing();
    if (!missing.isEmpty()) {
      wrong.add(
          "a connection to the database has no "
              + String.join(", ", missing)
              + ", so that one node that hangs could stop all (dvc.database)");
    }
    var changeable = tables.changeable();
    if (!changeable.isEmpty()) {
      wrong.add(
          "the application's database user may change %s: let another one own the tables (DVC_DB_OWNER)"
              .formatted(String.join(", ", changeable)));
    }
    wrong.addAll(ProductionSettings.findings(settings));
    banks.all().stream()
        .filter(bank -> bank.url().startsWith(setting("dvc.sandbox-url") + "/"))
        .forEach(bank -> wrong.add("bank " + bank.bin() + " is still the sandbox's (dvc.banks)"));
    return wrong;
  }

  private String setting(String name) {
    return settings.getProperty(name, "");
  }
}
