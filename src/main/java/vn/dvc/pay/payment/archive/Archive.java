package vn.dvc.pay.payment.archive;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import vn.dvc.pay.keys.SigningCommand;
import vn.dvc.pay.keys.SigningKey;
import vn.dvc.pay.time.VietnamTime;

/**
 * {@code java -jar dvc-pay.jar --archive=2026-01} writes the payments that finished in this month
 * into a signed file in the current folder; {@code --verify-archive=file} says whether it is still
 * what was written. Starts nothing else and changes nothing in the database.
 */
public final class Archive {
  public static final String WRITE = "--archive=";
  public static final String VERIFY = "--verify-archive=";
  private static final String SUFFIX = ".jsonl.gz";

  private Archive() {}

  /** Whether this argument is a command of ours. */
  public static boolean isCommand(String argument) {
    return argument.startsWith(WRITE) || argument.startsWith(VERIFY);
  }

  /**
   * @param arguments the first one is the command; the others are the program's own
   * @return the exit code: 0 if it was done or all is as it was, 1 if not, 2 if it makes no sense
   */
  public static int run(String[] arguments, Path folder, PrintStream out) {
    var command = arguments[0];
    if (command.startsWith(VERIFY)) {
      var file = Path.of(command.substring(VERIFY.length()));
      return SigningCommand.run(arguments, MonthArchive.class, parts -> verify(file, parts, out));
    }
    var month = month(command.substring(WRITE.length()));
    if (month == null || !month.isBefore(YearMonth.now(VietnamTime.ZONE))) {
      out.println("A month that is over is archived, for example " + WRITE + "2026-01");
      return 2;
    }
    return SigningCommand.run(
        arguments, MonthArchive.class, parts -> write(month, folder, parts, out));
  }

  private static int write(
      YearMonth month, Path folder, ApplicationContext parts, PrintStream out) {
    var file = folder.resolve("payments-" + month + SUFFIX);
    if (Files.exists(file)) {
      out.println(file + " is there already");
      return 2;
    }
    try {
      var rows = parts.getBean(MonthArchive.class).write(month, file);
      ArchiveSeal.of(file, month.toString(), rows, parts.getBean(SigningKey.class))
          .write(sealOf(file));
      rows.forEach((table, count) -> out.println("%8d %s".formatted(count, table)));
      out.println("Written and sealed: " + file);
      return 0;
    } catch (IOException | SQLException failed) {
      out.println("Not archived: " + failed.getMessage());
      return 1;
    }
  }

  private static int verify(Path file, ApplicationContext parts, PrintStream out) {
    try {
      var seal = ArchiveSeal.read(sealOf(file));
      if (seal.fits(file, parts.getBean(SigningKey.class))) {
        // Whatever the file is called now.
        out.println(file + " is what was written of " + seal.month());
        return 0;
      }
      out.println(file + " is not what was written, or the seal is not ours");
    } catch (IOException unreadable) {
      out.println("Cannot read " + file + " or its seal");
    }
    return 1;
  }

  private static Path sealOf(Path file) {
    return Path.of(file.toString().replace(SUFFIX, "") + ".seal");
  }

  private static @Nullable YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException notAMonth) {
      return null;
    }
  }
}
