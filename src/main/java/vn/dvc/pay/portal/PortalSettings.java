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
 * @param responseTimeout how long the portal may be silent
 */
@ConfigurationProperties("dvc.portal")
record PortalSettings(
    URI url,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration responseTimeout) {}
