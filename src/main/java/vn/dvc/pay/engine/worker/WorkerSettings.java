package vn.dvc.pay.engine.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param poll how soon the worker looks again at a task that was ready and yet not taken
 * @param idle how long it sleeps at most before it asks again what is due
 * @param retryPause the pause between tries of a failed task
 * @param drain how long a stopping node waits for running calls
 */
@ConfigurationProperties("dvc.inbox")
record WorkerSettings(
    @DefaultValue("1s") Duration poll,
    @DefaultValue("6s") Duration idle,
    @DefaultValue("5s") Duration retryPause,
    @DefaultValue("20s") Duration drain) {}
