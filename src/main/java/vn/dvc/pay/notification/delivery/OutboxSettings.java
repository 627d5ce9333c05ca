package vn.dvc.pay.notification.delivery;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are delivered to the portal, as configured under {@code dvc.outbox}.
 *
 * @param pauses before each further attempt; an event whose last attempt fails is given up
 * @param lease how long a node may take over one delivery before others may try; much longer than
 *     the portal's time-outs
 * @param slots how many deliveries a node runs at once
 * @param overdue how long an event may be undelivered before the node's health says so
 */
@ConfigurationProperties("dvc.outbox")
record OutboxSettings(
    @DefaultValue({"1m", "5m", "1h", "1d", "2d"}) List<Duration> pauses,
    @DefaultValue("1m") Duration lease,
    @DefaultValue("4") int slots,
    @DefaultValue("10m") Duration overdue) {}
