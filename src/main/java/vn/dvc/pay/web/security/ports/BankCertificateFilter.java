package vn.dvc.pay.web.security.ports;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.dvc.pay.bank.tls.BankCertificates;
import vn.dvc.pay.keys.SignatureHeaders;
import vn.dvc.pay.values.Problem;
import vn.dvc.pay.web.ProblemWriter;

/** Lets a message in only under a certificate of the bank in whose name it comes. */
public class BankCertificateFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(BankCertificateFilter.class);
  private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

  private final BankCertificates certificates;
  private final ProblemWriter problems;

  public BankCertificateFilter(BankCertificates certificates, ProblemWriter problems) {
    this.certificates = certificates;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var bank = request.getHeader(SignatureHeaders.BANK);
    if (bank != null
        && request.getAttribute(CERTIFICATES) instanceof X509Certificate[] shown
        && certificates.areOf(bank, shown)) {
      chain.doFilter(request, response);
    } else {
      LOG.warn("Security: bank message without a certificate of the bank that it names");
      problems.write(request, response, new Problem(401, "certificate-invalid"));
    }
  }
}
