package vn.dvc.pay.web.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How slow and how long bodies of requests may be, as configured under {@code dvc.incoming}. They
 * hold before authentication, because forms and signed messages are read before it.
 *
 * @param bodyTime how long a body may take as a whole; silence in it may last as long as Tomcat's
 *     connection time-out
 * @param bodySize the largest body
 * @param slowBodies how many requests may wait for the rest of their bodies at once, fewer than
 *     there are threads; bodies that arrive together with their request do not count
 * @param slowBodiesPerAddress how many of these a single sender may have
 */
@ConfigurationProperties("dvc.incoming")
record IncomingLimits(
    @DefaultValue("5s") Duration bodyTime,
    @DefaultValue("1MB") DataSize bodySize,
    @DefaultValue("120") int slowBodies,
    @DefaultValue("40") int slowBodiesPerAddress) {}
