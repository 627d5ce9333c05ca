package vn.dvc.sandbox.bank.accounts;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.dvc.sandbox.SandboxSettings;
import vn.dvc.sandbox.bank.AccountOutcome;
import vn.dvc.sandbox.bank.state.BankState;

/** The demo accounts: their owners, outcomes and current balances. */
@Component
public class Accounts {

  private final SandboxSettings settings;
  private final BankState state;

  Accounts(SandboxSettings settings, BankState state) {
    this.settings = settings;
    this.state = state;
  }

  Optional<Account> find(String bin, String number) {
    return settings
        .bank(bin)
        .flatMap(bank -> bank.account(number))
        .map(account -> Account.of(bin, account));
  }

  /** The balance: the opening balance plus every movement since. */
  long balance(Account account) {
    return account.opening() + state.change(account.bank(), account.number());
  }

  public List<Standing> standings() {
    return settings.banks().stream()
        .flatMap(bank -> bank.accounts().stream().map(account -> Account.of(bank.bin(), account)))
        .map(account -> new Standing(account, balance(account)))
        .toList();
  }

  /** The money that the collecting accounts received and still hold. */
  public List<Collecting> collecting() {
    return settings.banks().stream()
        .filter(bank -> bank.collecting() != null)
        .map(
            bank ->
                new Collecting(
                    bank.bin(),
                    bank.collecting().number(),
                    bank.collecting().name(),
                    state.change(bank.bin(), bank.collecting().number())))
        .toList();
  }

  /** A demo account. */
  public record Account(
      String bank,
      String number,
      String owner,
      String identityNumber,
      long opening,
      AccountOutcome outcome) {

    private static Account of(String bin, SandboxSettings.Account it) {
      return new Account(
          bin,
          it.number(),
          it.owner(),
          it.identityNumber(),
          it.balance(),
          AccountOutcome.of(it.outcome()));
    }
  }

  public record Standing(Account account, long balance) {}

  public record Collecting(String bank, String number, String name, long balance) {}
}
