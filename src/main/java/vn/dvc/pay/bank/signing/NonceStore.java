package vn.dvc.pay.bank.signing;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.Bank;
import vn.dvc.pay.bank.settings.BankSettings;
import vn.dvc.pay.time.DatabaseTime;

/** Remembers nonces for longer than any clock would accept their signatures. */
@Component
public class NonceStore {
  private final JdbcClient jdbc;
  private final DatabaseTime time;
  private final Duration kept;

  NonceStore(JdbcClient jdbc, DatabaseTime time, BankSettings settings) {
    this.jdbc = jdbc;
    this.time = time;
    this.kept = settings.bank().clockSkew().multipliedBy(10);
  }

  /** Whether the nonce is new; for simultaneous callers, true for one of them. */
  public boolean isNew(Bank bank, String nonce) {
    try {
      jdbc.sql("insert into bank_nonce (bank, nonce, seen_at) values (?, ?, ?)")
          .params(bank.bin(), nonce, time.now().atOffset(ZoneOffset.UTC))
          .update();
      return true;
    } catch (DuplicateKeyException seen) {
      return false;
    }
  }

  @Scheduled(fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
  public void forget() {
    jdbc.sql("delete from bank_nonce where seen_at < ?")
        .param(time.now().minus(kept).atOffset(ZoneOffset.UTC))
        .update();
  }
}
