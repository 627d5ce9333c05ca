package vn.dvc.pay.bank.channel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.settings.BankSettings;
import vn.dvc.pay.bank.signing.BankKeys;

/**
 * Asks all banks for their keys before this node says that it is ready, so that the first payer
 * finds them. A bank that does not answer delays the start by no more than the time limit for keys;
 * it is asked again whenever its keys are needed.
 */
@Component
class KeysBeforeReady implements ApplicationRunner {
  private final BankSettings settings;
  private final BankKeys keys;

  KeysBeforeReady(BankSettings settings, BankKeys keys) {
    this.settings = settings;
    this.keys = keys;
  }

  @Override
  public void run(ApplicationArguments none) {
    var threads = Executors.newCachedThreadPool(new CustomizableThreadFactory("bank-keys-"));
    try {
      settings.banks().stream()
          .map(bank -> CompletableFuture.runAsync(() -> keys.hasKeys(bank), threads))
          .toList()
          .forEach(CompletableFuture::join);
    } finally {
      threads.shutdown();
    }
  }
}
