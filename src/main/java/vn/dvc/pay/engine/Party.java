package vn.dvc.pay.engine;

import java.time.Duration;

/**
 * An external system that external tasks call. Has its own slots, so that one that hangs delays no
 * other.
 *
 * @param topic the topic of its tasks, for example {@code bank.970415}
 * @param slots how many of its tasks one node runs at the same time
 * @param lock how long a node owns a task; longer than all time-outs of one call together
 */
public record Party(String topic, int slots, Duration lock) {}
