package vn.dvc.proof.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Verifies the audit trail link by link, recomputing each hash. */
final class AuditChain {
  private final Rows rows;

  AuditChain(Rows rows) {
    this.rows = rows;
  }

  /** Why it is broken; empty if it is intact. */
  List<String> faults() {
    var faults = new ArrayList<String>();
    var links =
        rows.of(
            """
            select seq, acted_at, actor, action, subject, reason, prev_hash, hash
            from audit_entry order by seq\
            """,
            row ->
                new Link(
                    row.number(1),
                    row.at(2),
                    List.of(row.text(3), row.text(4), row.text(5), row.text(6), row.text(7)),
                    row.text(8)));
    var seq = 0L;
    var hash = "0".repeat(64);
    for (var link : links) {
      if (link.seq != seq + 1
          || !link.previous().equals(hash)
          || !link.hash.equals(link.computed())) {
        faults.add("entry " + link.seq + " does not follow entry " + seq);
      }
      seq = link.seq;
      hash = link.hash;
    }
    var head =
        rows.of("select seq, hash from audit_head", row -> row.number(1) + " " + row.text(2));
    if (!head.equals(List.of(seq + " " + hash))) {
      faults.add("its head is not its last entry");
    }
    return faults;
  }

  private record Link(long seq, Instant at, List<String> parts, String hash) {
    String previous() {
      return parts.get(parts.size() - 1);
    }

    String computed() {
      var text =
          new StringBuilder().append(seq).append('\n').append(at.toEpochMilli()).append('\n');
      for (var part : parts) {
        text.append(part.length()).append(':').append(part).append('\n');
      }
      try {
        var digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of()
            .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
      } catch (NoSuchAlgorithmException everyJavaHasIt) {
        throw new IllegalStateException(everyJavaHasIt);
      }
    }
  }
}
