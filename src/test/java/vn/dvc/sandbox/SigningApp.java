package vn.dvc.sandbox;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plays DVC Pay towards the sandbox: publishes its keys, signs, and accepts dossiers. */
class SigningApp implements AutoCloseable {

  /** A notification from a bank, with the headers that sign it, or of a sign-out. */
  record Told(String path, String body, Headers headers) {
    String header(String name) {
      return headers.getFirst(name);
    }
  }

  final Map<String, String> dossiers = new ConcurrentHashMap<>();
  final List<Told> told = new CopyOnWriteArrayList<>();

  /** How to answer the next notifications from banks; further ones are accepted. */
  final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

  private final HttpServer server;
  private final int port;
  private volatile ECKey key;

  SigningApp() throws IOException {
    this(0, newKey("app-1"));
  }

  private SigningApp(int wished, ECKey key) throws IOException {
    this.key = key;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wished), 0);
    this.port = server.getAddress().getPort();
    server.createContext(
        "/api/v1/keys", exchange -> answer(exchange, 200, new JWKSet(this.key).toString(true)));
    server.createContext("/api/v1/dossiers/", this::takeDossier);
    server.createContext("/bank/v1/", this::listen);
    server.createContext("/identity/", this::listen);
    server.start();
  }

  String url() {
    return "http://localhost:" + port;
  }

  /** The same app, back at its address after it was closed. */
  SigningApp back() throws IOException {
    return new SigningApp(port, key);
  }

  void changeKey(String kid) {
    key = newKey(kid);
  }

  String sign(byte[] text) {
    return sign(text, key);
  }

  /** Signs with an unpublished key under the published key's name. */
  String signAsStranger(byte[] text) {
    return sign(text, newKey(key.getKeyID()));
  }

  private static String sign(byte[] text, ECKey by) {
    try {
      JWSObject jws =
          new JWSObject(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(by.getKeyID()).build(),
              new Payload(text));
      jws.sign(new ECDSASigner(by));
      return jws.serialize(true);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey newKey(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void takeDossier(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String code = path.substring(path.lastIndexOf('/') + 1);
    String client = exchange.getRequestHeaders().getFirst("Authorization");
    if (!"Basic cG9ydGFsOnBvcnRhbA==".equals(client)) {
      answer(exchange, 401, "{}");
    } else {
      answer(exchange, dossiers.put(code, body) == null ? 201 : 200, body);
    }
  }

  private void listen(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Integer status = answers.poll();
    told.add(new Told(exchange.getRequestURI().getPath(), body, exchange.getRequestHeaders()));
    answer(exchange, status == null ? 202 : status, "{}");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
