package vn.dvc.pay.engine.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param poll how long the worker sleeps unless woken; bounds how fast it recovers after a crash
 * @param retryPause the pause between tries of a failed task
 * @param drain how long a stopping node waits for running calls
 */
@ConfigurationProperties("dvc.inbox")
record WorkerSettings(
    @DefaultValue("1s") Duration poll,
    @DefaultValue("5s") Duration retryPause,
    @DefaultValue("20s") Duration drain) {}
