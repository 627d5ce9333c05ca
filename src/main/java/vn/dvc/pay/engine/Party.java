package vn.dvc.pay.engine;

import java.time.Duration;

/**
 * One whom external tasks call. Has its own slots, so that a party that hangs stops nobody else.
 *
 * @param topic the topic of its tasks, for example {@code bank.970415}
 * @param slots how many of its tasks one node works on at the same time
 * @param lock how long a task is ours; longer than all time-outs of one call together
 */
public record Party(String topic, int slots, Duration lock) {}
