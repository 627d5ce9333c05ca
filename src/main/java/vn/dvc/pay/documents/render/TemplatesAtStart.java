package vn.dvc.pay.documents.render;

import java.util.concurrent.FutureTask;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.dvc.pay.documents.DocumentKind;

/**
 * Compiles all templates while the rest of the program starts. The program is ready only once they
 * are, and does not start with a faulty template.
 */
@Component
@ConditionalOnProperty(name = "dvc.papers.compile-at-start", matchIfMissing = true)
class TemplatesAtStart implements ApplicationRunner {
  private final FutureTask<Void> compiling;

  TemplatesAtStart(ReportTemplates templates) {
    compiling =
        new FutureTask<>(
            () -> {
              for (var kind : DocumentKind.values()) {
                templates.of(kind);
              }
              return null;
            });
    var thread = new Thread(compiling, "templates");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run(ApplicationArguments args) throws Exception {
    compiling.get();
  }
}
