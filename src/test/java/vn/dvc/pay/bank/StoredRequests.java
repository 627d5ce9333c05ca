package vn.dvc.pay.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The fields of a stored request beyond those common to all requests. */
public final class StoredRequests {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StoredRequests() {}

  /** Those of the newest request of this operation for a payment, registration or reversal. */
  public static Map<String, Object> newest(JdbcClient jdbc, String subject, Operation operation) {
    var body =
        jdbc.sql(
                """
                select c.body from bank_call c join attempt a on a.attempt_ref = c.attempt_ref
                where a.subject = ? and c.operation = ?
                order by c.prepared_at desc, c.seq desc fetch first 1 row only""")
            .params(subject, operation.name())
            .query(String.class)
            .single();
    try {
      return JSON.readValue(body, new TypeReference<>() {});
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
