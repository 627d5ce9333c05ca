package vn.dvc.pay.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import vn.dvc.pay.documents.render.TestRenderer;

/** For template authors: prints a template with sample data to target/reports. */
public final class Preview {
  private Preview() {}

  public static void main(String[] names) throws IOException {
    var folder = Files.createDirectories(Path.of("target", "reports"));
    var press = new TestRenderer();
    for (var kind : wanted(names)) {
      if (kind == DocumentKind.PAYMENT_CONFIRMATION || kind == DocumentKind.PAYMENT_SUMMARY) {
        var cancelled = folder.resolve(kind.template() + "-cancelled.pdf");
        Files.write(cancelled, press.print(kind, SampleDocuments.cancelled(kind)));
        System.out.println(cancelled);
      }
      if (kind.name().startsWith("PAYMENT_")) {
        var received = folder.resolve(kind.template() + "-received.pdf");
        var content =
            SampleDocuments.withMoneyReceived(
                kind, SampleDocuments.NGUYEN_VAN_A, SampleDocuments.lines(2));
        Files.write(received, press.print(kind, content));
        System.out.println(received);
      }
      var file = folder.resolve(kind.template() + ".pdf");
      Files.write(file, press.print(kind, SampleDocuments.of(kind)));
      System.out.println(file);
    }
  }

  private static List<DocumentKind> wanted(String[] names) {
    var asked = List.of(names);
    var kinds =
        Arrays.stream(DocumentKind.values())
            .filter(kind -> asked.contains("all") || asked.contains(kind.template()))
            .toList();
    if (kinds.isEmpty()) {
      var known = Arrays.stream(DocumentKind.values()).map(DocumentKind::template).toList();
      throw new IllegalArgumentException("Which template? One of " + known + ", or all");
    }
    return kinds;
  }
}
