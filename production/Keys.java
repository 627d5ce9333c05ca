import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keys for a production set-up, by the JDK alone: {@code java Keys.java new} prints a JWK set with
 * one private key (DVC_SIGNING_KEYS), {@code java Keys.java thumbprints < keys.json} the RFC 7638
 * thumbprints of a bank's published keys, to be agreed with the bank otherwise than by this.
 */
final class Keys {
  private static final Pattern KEY = Pattern.compile("\\{[^{}]*\"kty\"[^{}]*}");

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 1 && arguments[0].equals("new")) {
      System.out.println(fresh());
    } else if (arguments.length == 1 && arguments[0].equals("thumbprints")) {
      var set = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
      for (var key : KEY.matcher(set).results().map(found -> found.group()).toList()) {
        System.out.println(thumbprint(key));
      }
    } else {
      System.err.println("new, or thumbprints < keys.json");
      System.exit(2);
    }
  }

  private static String fresh() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var pair = generator.generateKeyPair();
    var point = ((ECPublicKey) pair.getPublic()).getW();
    return "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"kid\":\"dvc-1\",\"x\":\"%s\",\"y\":\"%s\",\"d\":\"%s\"}]}"
        .formatted(
            text(point.getAffineX()),
            text(point.getAffineY()),
            text(((ECPrivateKey) pair.getPrivate()).getS()));
  }

  private static String text(BigInteger number) {
    var bytes = number.toByteArray();
    var whole = new byte[32];
    var length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, whole, 32 - length, length);
    return base64(whole);
  }

  private static String thumbprint(String key) throws Exception {
    var members = key.contains("\"EC\"") ? "crv kty x y" : "e kty n";
    var canonical =
        Arrays.stream(members.split(" "))
            .map(name -> "\"%s\":\"%s\"".formatted(name, member(key, name)))
            .collect(Collectors.joining(",", "{", "}"));
    return base64(
        MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
  }

  private static String member(String key, String name) {
    return Stream.of(Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(key))
        .filter(found -> found.find())
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("a key without " + name));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
