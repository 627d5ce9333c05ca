package vn.dvc.proof.chaos;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.dvc.pay.operations.Browser;

/** Two operators at two nodes who import two days of one bank at the same time. */
final class Imports {
  private static final int PATIENCE_SECONDS = 30;

  private Imports() {}

  /** False if a node was down. */
  static boolean atOnce(List<World.Node> ready, String bank, Random chance)
      throws InterruptedException {
    var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    var todays = ready.get(chance.nextInt(ready.size()));
    var yesterdays = ready.get(chance.nextInt(ready.size()));
    var both =
        CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> wish(todays, "operator-1", bank, today)),
            CompletableFuture.runAsync(
                () -> wish(yesterdays, "operator-2", bank, today.minusDays(1))));
    try {
      both.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException away) {
      return false;
    }
  }

  private static void wish(World.Node node, String operator, String bank, LocalDate day) {
    new Browser(node.port(), "vi")
        .signIn(operator)
        .get("/operations/reconciliation")
        .post("/operations/reconciliation", Map.of("bank", bank, "day", day.toString()));
  }
}
