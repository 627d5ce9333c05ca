package vn.dvc.pay.cases.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.cases.Audit.Verification;
import vn.dvc.pay.keys.SigningKey;

/** Compares the trail, as it lies in the database, with its own hashes and with our signatures. */
@Component
class AuditChain {
  private static final int BATCH = 500;
  private static final Link BEGINNING = new Link(0, "0".repeat(64));

  private final JdbcClient jdbc;
  private final SigningKey keys;

  AuditChain(JdbcClient jdbc, SigningKey keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  /** An entry and its hash, which stands for all entries up to it. */
  record Link(long seq, String hash) {}

  Link head() {
    return jdbc.sql("select seq, hash from audit_head")
        .query((row, n) -> new Link(row.getLong("seq"), row.getString("hash")))
        .single();
  }

  Optional<AuditSeal> lastSeal() {
    return jdbc.sql("select * from audit_seal order by seq desc, sealed_at desc limit 1")
        .query(
            (row, n) ->
                new AuditSeal(
                    row.getLong("seq"),
                    row.getString("hash"),
                    row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                    row.getString("key_id"),
                    row.getString("signature")))
        .optional();
  }

  /** The whole trail: each entry follows its predecessor, and our last signature still fits. */
  Verification verify() {
    // The ends first: entries written meanwhile come after them.
    var seal = lastSeal();
    var head = head();
    var chain = follow(BEGINNING, head);
    if (!chain.intact()) {
      return chain;
    }
    return seal.filter(last -> !fits(last)).isEmpty()
        ? chain
        : new Verification(chain.entries(), seal.get().seq());
  }

  /** What was written since the last signature, which must itself still fit. */
  Verification verifySinceLastSeal() {
    var seal = lastSeal();
    if (seal.isEmpty()) {
      return verify();
    }
    var last = seal.get();
    return fits(last)
        ? follow(new Link(last.seq(), last.hash()), head())
        : new Verification(0, last.seq());
  }

  /** Whether we signed this, and the entry is the one that we signed. */
  boolean fits(AuditSeal seal) {
    return keys.hasSigned(seal.text(), seal.signature())
        && (seal.seq() == 0
            ? BEGINNING.hash().equals(seal.hash())
            : jdbc.sql("select hash from audit_entry where seq = ?")
                .param(seal.seq())
                .query(String.class)
                .optional()
                .filter(seal.hash()::equals)
                .isPresent());
  }

  private Verification follow(Link from, Link head) {
    var last = from;
    while (last.seq() < head.seq()) {
      var batch = batch(last, head);
      if (batch.isEmpty()) {
        return new Verification(last.seq(), last.seq() + 1);
      }
      for (var entry : batch) {
        if (!entry.follows(last)) {
          return new Verification(last.seq(), last.seq() + 1);
        }
        last = new Link(entry.content().seq(), entry.hash());
      }
    }
    return new Verification(last.seq(), last.equals(head) ? null : last.seq());
  }

  private List<Row> batch(Link last, Link head) {
    return jdbc.sql("select * from audit_entry where seq > ? and seq <= ? order by seq limit ?")
        .params(last.seq(), head.seq(), BATCH)
        .query(AuditChain::row)
        .list();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    var previous = row.getString("prev_hash");
    var acted = row.getObject("acted_at", OffsetDateTime.class).toInstant();
    return new Row(
        new AuditEntryEntity(
            row.getLong("seq"),
            acted,
            row.getString("actor"),
            row.getString("action"),
            row.getString("subject"),
            row.getString("reason"),
            previous),
        previous,
        row.getString("hash"));
  }

  /**
   * @param content with the hash that it ought to have
   * @param hash that it has
   */
  private record Row(AuditEntryEntity content, String previous, String hash) {
    boolean follows(Link last) {
      return content.seq() == last.seq() + 1
          && previous.equals(last.hash())
          && hash.equals(content.hash());
    }
  }
}
