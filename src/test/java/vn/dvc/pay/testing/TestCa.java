package vn.dvc.pay.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** A certificate authority of a test, whose certificates are good for an hour. */
public final class TestCa {
  private static final AtomicLong SERIAL = new AtomicLong(1);

  private final String name;
  private final KeyPair keys = keys();
  private final X509Certificate root;

  public TestCa(String name) {
    this.name = "CN=" + name;
    this.root = certificate(this.name, keys, this.name, keys.getPrivate(), null);
  }

  /** A certificate with its key, both as PEM. */
  public record Issued(String certificate, String key) {}

  /** As server or client, under a DNS name; good at loopback as well. */
  public Issued issue(String dnsName) {
    var subject = keys();
    var certificate = certificate("CN=" + dnsName, subject, name, keys.getPrivate(), dnsName);
    return new Issued(pem(certificate), pem(subject.getPrivate()));
  }

  public String pem() {
    return pem(root);
  }

  /** Shows this certificate, and trusts one CA alone. */
  public static SslBundle bundle(Issued shown, TestCa trusted) {
    return SslBundle.of(stores(shown, trusted.pem()));
  }

  private static SslStoreBundle stores(Issued shown, String trusted) {
    return new PemSslStoreBundle(
        PemSslStoreDetails.forCertificate(shown.certificate()).withPrivateKey(shown.key()),
        PemSslStoreDetails.forCertificate(trusted));
  }

  /** The settings of Spring Boot for such a bundle, its files in this folder. */
  public static Map<String, String> settings(
      String bundle, Path folder, Issued shown, TestCa trusted) throws IOException {
    var prefix = "spring.ssl.bundle.pem." + bundle + ".";
    return Map.of(
        prefix + "keystore.certificate", file(folder, bundle + ".crt", shown.certificate()),
        prefix + "keystore.private-key", file(folder, bundle + ".key", shown.key()),
        prefix + "truststore.certificate", file(folder, bundle + "-ca.crt", trusted.pem()));
  }

  private static String file(Path folder, String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toUri().toString();
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Without a DNS name, that of an authority. */
  private static X509Certificate certificate(
      String subject, KeyPair keys, String issuer, PrivateKey signer, String dnsName) {
    var now = Instant.now();
    try {
      var certificate =
          new JcaX509v3CertificateBuilder(
              new X500Name(issuer),
              BigInteger.valueOf(SERIAL.getAndIncrement()),
              Date.from(now.minus(Duration.ofMinutes(5))),
              Date.from(now.plus(Duration.ofHours(1))),
              new X500Name(subject),
              keys.getPublic());
      certificate.addExtension(
          Extension.basicConstraints, true, new BasicConstraints(dnsName == null));
      if (dnsName != null) {
        certificate.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(
                new GeneralName[] {
                  new GeneralName(GeneralName.dNSName, dnsName),
                  new GeneralName(GeneralName.dNSName, "localhost")
                }));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
    } catch (GeneralSecurityException | IOException | OperatorCreationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String pem(Object item) {
    var text = new StringWriter();
    try (var pem = new JcaPEMWriter(text)) {
      pem.writeObject(item instanceof PrivateKey key ? new JcaPKCS8Generator(key, null) : item);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }
}
