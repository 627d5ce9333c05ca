package vn.dvc.pay.documents.render;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dvc.pay.documents.Document;
import vn.dvc.pay.documents.DocumentKind;
import vn.dvc.pay.documents.DocumentLanguage;
import vn.dvc.pay.time.DatabaseTime;
import vn.dvc.pay.values.PaymentId;
import vn.dvc.pay.values.RegistrationId;
import vn.dvc.pay.values.ShortReference;

/**
 * Stored documents ({@code document}). Plain SQL, because an insert must fail immediately if
 * another node was faster.
 */
@Component
class DocumentRepository {
  private static final Pattern ID = Pattern.compile("[PR][0-9A-F]{32}");

  private final JdbcClient jdbc;
  private final DatabaseTime time;
  private final TransactionTemplate own;

  DocumentRepository(JdbcClient jdbc, DatabaseTime time, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.time = time;
    own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** What a document is kept under. */
  record Key(String subject, DocumentKind kind, DocumentLanguage language) {}

  Optional<Document> find(Key key) {
    return jdbc.sql(
            "select template, sha256, bytes from document"
                + " where subject = ? and kind = ? and language = ?")
        .params(key.subject(), key.kind().name(), key.language().name())
        .query(
            (row, number) ->
                new Document(
                    fileName(key),
                    row.getBytes("bytes"),
                    row.getString("sha256"),
                    row.getString("template")))
        .optional();
  }

  /**
   * Stores the document, unless another one was stored meanwhile; returns the stored one. In its
   * own transaction, so that a lost race does not mark the caller's for rollback.
   */
  Document keep(Key key, Document paper) {
    try {
      own.executeWithoutResult(status -> insert(key, paper));
      return paper;
    } catch (DuplicateKeyException anotherWasFirst) {
      return own.execute(status -> find(key)).orElseThrow(() -> anotherWasFirst);
    }
  }

  static String fileName(Key key) {
    var named = ID.matcher(key.subject()).replaceAll(id -> reference(id.group()).toString());
    return key.kind().fileName(key.language())
        + "-"
        + named.replaceAll("[^A-Za-z0-9.-]", "-")
        + ".pdf";
  }

  /** A person knows the short reference from the page and the paper, not the long id. */
  private static ShortReference reference(String id) {
    return id.startsWith("P")
        ? ShortReference.of(PaymentId.of(id))
        : ShortReference.of(RegistrationId.of(id));
  }

  private void insert(Key key, Document paper) {
    jdbc.sql(
            "insert into document (id, subject, kind, language, template, sha256, bytes,"
                + " rendered_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            UUID.randomUUID(),
            key.subject(),
            key.kind().name(),
            key.language().name(),
            paper.template(),
            paper.sha256(),
            paper.pdf(),
            time.now().atOffset(ZoneOffset.UTC))
        .update();
  }
}
