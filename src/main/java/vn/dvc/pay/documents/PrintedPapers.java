package vn.dvc.pay.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Papers that are served where they were printed before and printed where not. On one node a paper
 * is never printed twice at once: who comes second waits for the first. Between nodes the table
 * decides which of two is the paper.
 */
@Component
class PrintedPapers implements Papers {
  private final StoredPapers stored;
  private final Templates templates;
  private final Sheets sheets;
  private final Press press;
  private final Map<String, FutureTask<Paper>> printing = new ConcurrentHashMap<>();

  PrintedPapers(StoredPapers stored, Templates templates, Sheets sheets, Press press) {
    this.stored = stored;
    this.templates = templates;
    this.sheets = sheets;
    this.press = press;
  }

  @Override
  public Optional<Paper> find(String subject, PaperKind kind) {
    return stored.find(subject, kind);
  }

  @Override
  public Paper paper(String subject, PaperKind kind, Supplier<? extends PaperContent> content) {
    return find(subject, kind).orElseGet(() -> printOnce(subject, kind, content));
  }

  private Paper printOnce(
      String subject, PaperKind kind, Supplier<? extends PaperContent> content) {
    var key = kind + " " + subject;
    var mine = new FutureTask<>(() -> print(subject, kind, content));
    var first = printing.putIfAbsent(key, mine);
    if (first != null) {
      return printedBy(first);
    }
    try {
      mine.run();
    } finally {
      printing.remove(key);
    }
    return printedBy(mine);
  }

  /** Looks again, because another may have finished since we looked. */
  private Paper print(String subject, PaperKind kind, Supplier<? extends PaperContent> content) {
    return find(subject, kind)
        .orElseGet(
            () -> {
              var template = templates.of(kind);
              var pdf = press.print(template, sheets.of(content.get()));
              var name = StoredPapers.fileName(subject, kind);
              return stored.keep(
                  subject, kind, new Paper(name, pdf, sha256(pdf), template.nameAndVersion()));
            });
  }

  private static Paper printedBy(FutureTask<Paper> task) {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a paper was printed", stop);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
