package vn.dvc.pay.web.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param notice for how long a node that stops goes on serving after it has said so at {@code
 *     /readyz}: longer than the proxy takes to notice
 */
@ConfigurationProperties("dvc.leaving")
record LeavingSettings(@DefaultValue("0s") Duration notice) {}
