package vn.dvc.pay.bank.inbox;

import com.nimbusds.jose.jwk.ECKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dvc.pay.bank.notices.BankMessages;

/** Stored messages. Inserted once, then changed only by compare-and-set. */
@Component
class MessageRepository {
  private static final String SELECT =
      "select id, bank, kind, reference, body, received_at from bank_message ";

  private final JdbcClient jdbc;

  MessageRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A message as it was stored. */
  record Stored(
      UUID id,
      String bank,
      BankMessages.Kind kind,
      String reference,
      String body,
      Instant receivedAt) {}

  /**
   * Stores exactly what the bank signed, so that it can be verified at any time.
   *
   * @throws org.springframework.dao.DuplicateKeyException if the bank used the reference before
   */
  void insert(Stored message, String sha256, BankMessages.Signed signed, ECKey key) {
    var now = utc(message.receivedAt());
    jdbc.sql(
            """
            insert into bank_message
              (id, bank, kind, reference, body_sha256, body, received_at, next_publish_at,
               path, signed_call, signed_time, signed_nonce, signature, signing_key)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            message.id(),
            message.bank(),
            message.kind().name(),
            message.reference(),
            sha256,
            message.body(),
            now,
            now,
            signed.path(),
            signed.call(),
            signed.time(),
            signed.nonce(),
            signed.signature(),
            key.toPublicJWK().toJSONString())
        .update();
  }

  Optional<Stored> find(String bank, BankMessages.Kind kind, String reference) {
    return jdbc.sql(SELECT + "where bank = ? and kind = ? and reference = ?")
        .params(bank, kind.name(), reference)
        .query(MessageRepository::stored)
        .optional();
  }

  /** Due messages that no other transaction has locked. */
  List<Stored> due(Instant now, int atMost) {
    return jdbc.sql(
            SELECT
                + """
                where handled_at is null and next_publish_at <= ?
                order by next_publish_at fetch first ? rows only for update skip locked""")
        .params(utc(now), atMost)
        .query(MessageRepository::stored)
        .list();
  }

  /** Postpones a due message; false if another node was faster. */
  boolean postpone(UUID id, Instant now, Instant next) {
    return jdbc.sql(
                """
                update bank_message set next_publish_at = ?
                where id = ? and handled_at is null and next_publish_at <= ?""")
            .params(utc(next), id, utc(now))
            .update()
        == 1;
  }

  boolean handle(UUID id, Instant now) {
    return jdbc.sql("update bank_message set handled_at = ? where id = ? and handled_at is null")
            .params(utc(now), id)
            .update()
        == 1;
  }

  private static Stored stored(ResultSet row, int number) throws SQLException {
    return new Stored(
        row.getObject("id", UUID.class),
        row.getString("bank"),
        BankMessages.Kind.valueOf(row.getString("kind")),
        row.getString("reference"),
        row.getString("body"),
        row.getObject("received_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
