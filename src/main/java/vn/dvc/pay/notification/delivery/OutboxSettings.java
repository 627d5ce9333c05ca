package vn.dvc.pay.notification.delivery;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events go to the portal, as configured under {@code dvc.outbox}.
 *
 * @param pauses before each further attempt; after the last one an event is given up
 * @param lease how long a node may take over one delivery before others try it; far longer than the
 *     portal's time-outs
 * @param slots how many deliveries a node has under way at once
 */
@ConfigurationProperties("dvc.outbox")
record OutboxSettings(
    @DefaultValue({"1m", "5m", "1h", "1d", "2d"}) List<Duration> pauses,
    @DefaultValue("1m") Duration lease,
    @DefaultValue("4") int slots) {}
