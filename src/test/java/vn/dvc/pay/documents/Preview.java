package vn.dvc.pay.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** For whoever works on a template: prints it with sample data to target/reports. */
public final class Preview {
  private Preview() {}

  public static void main(String[] names) throws IOException {
    var folder = Files.createDirectories(Path.of("target", "reports"));
    var press = new TestPress();
    for (var kind : wanted(names)) {
      if (kind == PaperKind.PAYMENT_CONFIRMATION || kind == PaperKind.PAYMENT_SUMMARY) {
        var cancelled = folder.resolve(kind.template() + "-cancelled.pdf");
        Files.write(cancelled, press.print(kind, SamplePapers.cancelled(kind)));
        System.out.println(cancelled);
      }
      if (kind.name().startsWith("PAYMENT_")) {
        var received = folder.resolve(kind.template() + "-received.pdf");
        var content =
            SamplePapers.withMoneyReceived(kind, SamplePapers.NGUYEN_VAN_A, SamplePapers.lines(2));
        Files.write(received, press.print(kind, content));
        System.out.println(received);
      }
      var file = folder.resolve(kind.template() + ".pdf");
      Files.write(file, press.print(kind, SamplePapers.of(kind)));
      System.out.println(file);
    }
  }

  private static List<PaperKind> wanted(String[] names) {
    var asked = List.of(names);
    var kinds =
        Arrays.stream(PaperKind.values())
            .filter(kind -> asked.contains("all") || asked.contains(kind.template()))
            .toList();
    if (kinds.isEmpty()) {
      var known = Arrays.stream(PaperKind.values()).map(PaperKind::template).toList();
      throw new IllegalArgumentException("Which template? One of " + known + ", or all");
    }
    return kinds;
  }
}
