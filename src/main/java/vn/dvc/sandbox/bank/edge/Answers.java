package vn.dvc.sandbox.bank.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import vn.dvc.sandbox.bank.moods.Habits;
import vn.dvc.sandbox.bank.statement.BankStatement;
import vn.dvc.sandbox.bank.statement.Camt053;
import vn.dvc.sandbox.signing.SandboxBankKeys;
import vn.dvc.sandbox.signing.SignedParts;
import vn.dvc.sandbox.wire.Unending;

/** Writes and signs the response to one request. */
final class Answers {

  private final HttpServletResponse http;
  private final ObjectMapper json;
  private final SandboxBankKeys keys;
  private final SignedParts request;
  private int status;
  private Habits habits = Habits.NONE;

  Answers(HttpServletResponse http, ObjectMapper json, SandboxBankKeys keys, SignedParts request) {
    this.http = http;
    this.json = json;
    this.keys = keys;
    this.request = request;
  }

  /** The status that was sent; 0 if none was. */
  int status() {
    return status;
  }

  /** The bank whose clock the responses carry. */
  void timedBy(Habits bank) {
    habits = bank;
  }

  void send(Reply reply) throws IOException {
    send(reply, bytes(reply), false);
  }

  void sendWronglySigned(Reply reply) throws IOException {
    send(reply, bytes(reply), true);
  }

  /** Half of the response, sent and correctly signed as if it were complete. */
  void sendCutOff(Reply reply) throws IOException {
    byte[] whole = bytes(reply);
    send(reply, Arrays.copyOf(whole, whole.length / 2), false);
  }

  /** A response that never comes to its end, although its beginning looks well. */
  void sendWithoutEnd(Reply reply, Unending how, Duration atMost) throws IOException {
    status = reply.status();
    http.setStatus(status);
    http.setContentType(reply.contentType());
    how.write(http, bytes(reply), atMost);
  }

  private byte[] bytes(Reply reply) throws IOException {
    return reply.body() instanceof BankStatement statement
        ? Camt053.write(statement)
        : json.writeValueAsBytes(reply.body());
  }

  private void send(Reply reply, byte[] body, boolean wrongly) throws IOException {
    status = reply.status();
    String time = habits.now().truncatedTo(ChronoUnit.MILLIS).toString();
    String signature =
        wrongly
            ? keys.signWrongly(status, request.path(), body, request.call(), time, request.nonce())
            : keys.sign(status, request.path(), body, request.call(), time, request.nonce());
    http.setStatus(status);
    http.setContentType(reply.contentType());
    http.setContentLength(body.length);
    http.setHeader("Dvc-Call", request.call());
    http.setHeader("Dvc-Time", time);
    http.setHeader("Dvc-Nonce", request.nonce());
    http.setHeader("Dvc-Signature", signature);
    http.getOutputStream().write(body);
    http.flushBuffer();
  }
}
