package vn.dvc.pay.cases.audit;

import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Our signature under the end of the audit trail, and so under all that led there: without our key
 * nobody can write another past. It is logged, so that copies lie where the database's owner cannot
 * reach them.
 *
 * @param seq the last entry that it covers
 * @param hash of this entry
 * @param key the id of the signing key
 */
record AuditSeal(long seq, String hash, Instant at, String key, String signature) {
  private static final Pattern LINE =
      Pattern.compile("Audit seal (\\d{1,18}) ([0-9a-f]{64}) (\\d{1,18}) (\\S+) ([\\w.-]+)");

  /** What is signed; its first line is that of no other message of ours. */
  static String text(long seq, String hash, Instant at) {
    return "dvc-pay audit trail\n%d\n%s\n%d".formatted(seq, hash, at.toEpochMilli());
  }

  String text() {
    return text(seq, hash, at);
  }

  /** For the log. */
  String line() {
    return "Audit seal %d %s %d %s %s".formatted(seq, hash, at.toEpochMilli(), key, signature);
  }

  /** Those that are quoted in a log. */
  static List<AuditSeal> in(String log) {
    return LINE.matcher(log).results().map(AuditSeal::of).toList();
  }

  private static AuditSeal of(MatchResult line) {
    return new AuditSeal(
        Long.parseLong(line.group(1)),
        line.group(2),
        Instant.ofEpochMilli(Long.parseLong(line.group(3))),
        line.group(4),
        line.group(5));
  }
}
