package vn.dvc.pay.operations.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Substitutes, those who were ended early as well. */
@Repository
class SubstituteRepository {
  private final JdbcClient jdbc;

  SubstituteRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Substitute substitute, Instant at) {
    jdbc.sql(
            """
            insert into substitute (id, absent, member, from_day, to_day, named_by, why, named_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            substitute.id(),
            substitute.absent(),
            substitute.member(),
            substitute.from(),
            substitute.to(),
            substitute.namedBy(),
            substitute.why(),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Those whose last day has not passed, soonest first. */
  List<Substitute> since(LocalDate today) {
    return jdbc.sql(
            """
            select id, absent, member, from_day, to_day, named_by, why from substitute
            where to_day >= ? and ended_at is null order by from_day, absent""")
        .param(today)
        .query(SubstituteRepository::substitute)
        .list();
  }

  void end(UUID id, String by, Instant at) {
    jdbc.sql("update substitute set ended_by = ?, ended_at = ? where id = ? and ended_at is null")
        .params(by, at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  private static Substitute substitute(ResultSet row, int number) throws SQLException {
    return new Substitute(
        row.getObject("id", UUID.class),
        row.getString("absent"),
        row.getString("member"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("to_day", LocalDate.class),
        row.getString("named_by"),
        row.getString("why"));
  }
}
