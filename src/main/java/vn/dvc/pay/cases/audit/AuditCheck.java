package vn.dvc.pay.cases.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.dvc.pay.keys.SigningCommand;

/**
 * {@code java -jar dvc-pay.jar --verify-audit[=file]}: verifies the audit trail in the database
 * that is configured, and the seals in a log that was kept elsewhere. Starts nothing else and
 * changes nothing.
 */
public final class AuditCheck {
  public static final String ARGUMENT = "--verify-audit";

  private AuditCheck() {}

  /**
   * @param arguments the first one is {@link #ARGUMENT}; the others are the program's own
   * @return the exit code: 0 if all is as it was, 1 if not, 2 if the file holds no seal
   */
  public static int run(String[] arguments, PrintStream out) {
    var file = arguments[0].substring(ARGUMENT.length()).replaceFirst("^=", "");
    var kept = file.isEmpty() ? List.<AuditSeal>of() : kept(Path.of(file));
    if (!file.isEmpty() && kept.isEmpty()) {
      out.println("No audit seals in " + file);
      return 2;
    }
    return SigningCommand.run(
        arguments, AuditChain.class, parts -> verify(parts.getBean(AuditChain.class), kept, out));
  }

  private static int verify(AuditChain chain, List<AuditSeal> kept, PrintStream out) {
    var chained = chain.verify();
    out.println(
        chained.intact()
            ? "The audit trail is intact: %d entries".formatted(chained.entries())
            : "The audit trail was altered: entry %d is not what it was"
                .formatted(chained.firstBroken()));
    out.println(
        chain
            .lastSeal()
            .map(last -> "The last seal covers entry %d, of %s".formatted(last.seq(), last.at()))
            .orElse("No entry is sealed"));
    var broken = kept.stream().filter(seal -> !chain.fits(seal)).toList();
    broken.forEach(seal -> out.println("Does not fit the seal that was kept: entry " + seal.seq()));
    if (!kept.isEmpty() && broken.isEmpty()) {
      out.println("All %d seals that were kept fit".formatted(kept.size()));
    }
    return chained.intact() && broken.isEmpty() ? 0 : 1;
  }

  private static List<AuditSeal> kept(Path file) {
    try {
      return AuditSeal.in(Files.readString(file));
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
