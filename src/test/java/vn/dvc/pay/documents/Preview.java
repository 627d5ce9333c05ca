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
    var wanted = List.of(names);
    for (var kind : PaperKind.values()) {
      if (wanted.isEmpty() || wanted.contains("all") || wanted.contains(kind.template())) {
        var file = folder.resolve(kind.template() + ".pdf");
        Files.write(file, new TestPress().print(kind, SamplePapers.of(kind)));
        System.out.println(file);
      }
    }
    if (Arrays.stream(PaperKind.values()).map(PaperKind::template).noneMatch(wanted::contains)
        && !wanted.contains("all")) {
      System.out.println("Templates: " + Arrays.toString(PaperKind.values()));
    }
  }
}
