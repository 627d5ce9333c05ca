package vn.dvc.pay.bank.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** Whom a certificate names: its DNS names and its common name. */
final class CertificateNames {
  private static final Integer DNS = 2;

  private CertificateNames() {}

  static Set<String> of(X509Certificate certificate) {
    var names = new TreeSet<String>();
    try {
      Objects.requireNonNullElse(certificate.getSubjectAlternativeNames(), List.<List<?>>of())
          .stream()
          .filter(name -> DNS.equals(name.get(0)))
          .forEach(name -> names.add((String) name.get(1)));
      new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .forEach(part -> names.add(String.valueOf(part.getValue())));
    } catch (CertificateParsingException | InvalidNameException unreadable) {
      return Set.of();
    }
    return names;
  }
}
