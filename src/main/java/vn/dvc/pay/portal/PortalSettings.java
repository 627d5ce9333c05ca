package vn.dvc.pay.portal;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the portal is and how long we wait for it, as configured under {@code dvc.portal}.
 *
 * @param url the base address of its profiles and its webhook inbox
 * @param connectTimeout how long connecting may take
 * @param wholeTime how long one exchange may take as a whole; a delivery must end long before the
 *     outbox's lease
 * @param slow a delivery that takes longer is logged
 */
@ConfigurationProperties("dvc.portal")
record PortalSettings(
    URI url,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration wholeTime,
    @DefaultValue("3s") Duration slow) {}
