package vn.dvc.pay.web.security.sessions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param longest after this long a session ends, however busy it is: payers and staff sign in again
 * @param anonymous how long a session in which nobody has signed in may be idle
 */
@ConfigurationProperties("dvc.sessions")
record SessionSettings(
    @DefaultValue("12h") Duration longest, @DefaultValue("10m") Duration anonymous) {}
