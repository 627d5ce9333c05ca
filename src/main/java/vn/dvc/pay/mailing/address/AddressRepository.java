package vn.dvc.pay.mailing.address;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.dvc.pay.mailing.Channel;
import vn.dvc.pay.mailing.MailingAddress;
import vn.dvc.pay.mailing.queue.Recipient;
import vn.dvc.pay.values.Payer;

/** The table of payers' addresses. */
@Repository
public class AddressRepository {
  private static final String ALL = "select * from mailing_address where ";

  private final JdbcClient jdbc;

  AddressRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Stored> of(Payer payer) {
    return jdbc.sql(ALL + "payer_id = ? and payer_kind = ? order by channel")
        .params(payer.id(), payer.kind().name())
        .query((row, number) -> stored(row))
        .list();
  }

  /** Those of these payers to which messages may be sent. */
  public List<Stored> confirmed(Collection<String> payerIds) {
    return payerIds.isEmpty()
        ? List.of()
        : jdbc.sql(ALL + "payer_id in (:payers) and confirmed_at is not null")
            .param("payers", payerIds)
            .query((row, number) -> stored(row))
            .list();
  }

  public Optional<Stored> find(UUID id) {
    return jdbc.sql(ALL + "id = ?").param(id).query((row, number) -> stored(row)).optional();
  }

  Optional<Stored> lock(Payer payer, Channel channel) {
    return jdbc.sql(ALL + "payer_id = ? and payer_kind = ? and channel = ? for update")
        .params(payer.id(), payer.kind().name(), channel.name())
        .query((row, number) -> stored(row))
        .optional();
  }

  void add(Stored address, Instant now) {
    jdbc.sql(
            """
            insert into mailing_address
              (id, payer_kind, payer_id, channel, address, speech, asked_at, stop_token)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            address.id(),
            address.payerKind().name(),
            address.payerId(),
            address.of().channel().name(),
            address.of().address(),
            address.of().language(),
            utc(now),
            address.stopToken())
        .update();
  }

  void speak(UUID id, String language) {
    jdbc.sql("update mailing_address set speech = ? where id = ?").params(language, id).update();
  }

  void setCode(UUID id, String sha256, Instant until, int tries) {
    jdbc.sql(
            """
            update mailing_address set code_sha256 = ?, code_until = ?, tries_left = ?
            where id = ? and confirmed_at is null""")
        .params(sha256, utc(until), tries, id)
        .update();
  }

  void countTry(UUID id) {
    jdbc.sql("update mailing_address set tries_left = tries_left - 1 where id = ?")
        .param(id)
        .update();
  }

  void confirm(UUID id, Instant now) {
    jdbc.sql(
            """
            update mailing_address
            set confirmed_at = ?, code_sha256 = null, code_until = null, tries_left = 0
            where id = ?""")
        .params(utc(now), id)
        .update();
  }

  void remove(UUID id) {
    jdbc.sql("delete from mailing_address where id = ?").param(id).update();
  }

  void stop(String token) {
    jdbc.sql("delete from mailing_address where stop_token = ?").param(token).update();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getObject("id", UUID.class),
        Payer.Kind.valueOf(row.getString("payer_kind")),
        row.getString("payer_id"),
        new MailingAddress(
            Channel.valueOf(row.getString("channel")),
            row.getString("address"),
            row.getString("speech"),
            instant(row, "confirmed_at"),
            instant(row, "code_until"),
            row.getInt("tries_left")),
        row.getString("code_sha256"),
        row.getString("stop_token"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /**
   * An address with what only we know about it.
   *
   * @param id a new one whenever the address changes, so that nothing meant for the old one is sent
   *     to the new one
   */
  public record Stored(
      UUID id,
      Payer.Kind payerKind,
      String payerId,
      MailingAddress of,
      @Nullable String codeSha256,
      String stopToken) {

    public Recipient recipient() {
      return new Recipient(of.channel(), of.address(), id, payerKind, payerId);
    }

    public boolean isConfirmed() {
      return of.confirmedAt() != null;
    }
  }
}
