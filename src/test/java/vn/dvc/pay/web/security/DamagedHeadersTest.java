package vn.dvc.pay.web.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.dvc.pay.testing.Fuzz;
import vn.dvc.pay.web.WebTest;

/** Cookies and credentials as anybody may send them: none makes any page or the API stumble. */
@WebTest
class DamagedHeadersTest {
  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login",
        "/dossiers",
        "/operations/cases",
        "/operations/work",
        "/camunda/app/tasklist/default/",
        "/camunda/api/engine/engine/default/task"
      })
  void damagedCookieIsTakenOrIgnored(String path) {
    Fuzz.damageRarely(
        "cookies",
        Fuzz.texts(
            "DVCSESSION=8B0C4E6F2A914C7D8E5F60718293A4B5; dvc-lang=en",
            "dvc-lang=vi-VN; XSRF-TOKEN=8B0C4E6F2A914C7D8E5F60718293A4B5; DVCSESSION=\"x\"",
            "$Version=1; DVCSESSION=8B0C4E6F; $Path=/"),
        cookie -> assertThat(statusOf(path, "Cookie: ", cookie)).isBetween(200, 499));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/payments/P0123456789ABCDEF0123456789ABCDEF", "/operations/work"})
  void damagedCredentialsAreRefused(String path) {
    var basic = Base64.getEncoder().encodeToString("portal:wrong".getBytes(US_ASCII));
    Fuzz.damageRarely(
        "credentials",
        Fuzz.texts("Basic " + basic, "Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln"),
        header -> assertThat(statusOf(path, "Authorization: ", header)).isBetween(300, 499));
  }

  private int statusOf(String path, String header, byte[] value) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      var request = new ByteArrayOutputStream();
      request.writeBytes(
          ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port).getBytes(US_ASCII));
      request.writeBytes(("\r\nConnection: close\r\n" + header).getBytes(US_ASCII));
      request.writeBytes(inOneLine(value));
      request.writeBytes("\r\n\r\n".getBytes(US_ASCII));
      socket.getOutputStream().write(request.toByteArray());
      var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      return Integer.parseInt(answer.readLine().split(" ")[1]);
    }
  }

  private static byte[] inOneLine(byte[] value) {
    var line = Arrays.copyOf(value, Math.min(value.length, 6_000)); // longer ones are cut off
    for (int i = 0; i < line.length; i++) {
      line[i] = line[i] == '\r' || line[i] == '\n' ? (byte) ' ' : line[i];
    }
    return line;
  }
}
