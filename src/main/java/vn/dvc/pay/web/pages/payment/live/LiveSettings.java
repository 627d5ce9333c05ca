package vn.dvc.pay.web.pages.payment.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages are told of changes, as configured under {@code dvc.live}.
 *
 * @param look how often a node asks the database for all pages that listen to it; with none it does
 *     not ask
 * @param alive how often a page is told that nothing has changed; without it a page asks by itself
 * @param longest after this long a page listens anew, as who is signed in then
 * @param perPayer how many pages of a payer may listen to a node; a browser has six connections
 * @param perNode how many pages may listen to a node
 */
@ConfigurationProperties("dvc.live")
record LiveSettings(
    @DefaultValue("1s") Duration look,
    @DefaultValue("10s") Duration alive,
    @DefaultValue("5m") Duration longest,
    @DefaultValue("3") int perPayer,
    @DefaultValue("2000") int perNode) {}
