package vn.dvc.pay.documents.render;

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
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.documents.DocumentContent;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.documents.Documents;
import vn.dvc.pay.documents.content.ReportDataMapper;

/**
 * Papers that are served where they were printed before and printed where not. On one node a paper
 * is never printed twice at once: who comes second waits for the first. Between nodes the table
 * decides which of two is the paper.
 */
@Component
class PrintedDocuments implements Documents {
  private final DocumentRepository stored;
  private final ReportTemplates templates;
  private final ReportDataMapper sheets;
  private final PdfRenderer press;
  private final Map<String, FutureTask<Document>> printing = new ConcurrentHashMap<>();

  PrintedDocuments(
      DocumentRepository stored,
      ReportTemplates templates,
      ReportDataMapper sheets,
      PdfRenderer press) {
    this.stored = stored;
    this.templates = templates;
    this.sheets = sheets;
    this.press = press;
  }

  @Override
  public Optional<Document> find(String subject, DocumentKind kind) {
    return stored.find(subject, kind);
  }

  @Override
  public Document paper(
      String subject, DocumentKind kind, Supplier<? extends DocumentContent> content) {
    return find(subject, kind).orElseGet(() -> printOnce(subject, kind, content));
  }

  private Document printOnce(
      String subject, DocumentKind kind, Supplier<? extends DocumentContent> content) {
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
  private Document print(
      String subject, DocumentKind kind, Supplier<? extends DocumentContent> content) {
    return find(subject, kind)
        .orElseGet(
            () -> {
              var template = templates.of(kind);
              var pdf = press.print(template, sheets.of(content.get()));
              var name = DocumentRepository.fileName(subject, kind);
              return stored.keep(
                  subject, kind, new Document(name, pdf, sha256(pdf), template.nameAndVersion()));
            });
  }

  private static Document printedBy(FutureTask<Document> task) {
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
