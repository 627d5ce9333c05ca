package vn.dvc.pay.engine.twoperson;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param coolDown how long somebody who created a member's account, set its password or added it to
 *     a group counts as that member in the two-person rule
 */
@ConfigurationProperties("dvc.two-persons")
record TwoPersonSettings(@DefaultValue("7d") Duration coolDown) {}
