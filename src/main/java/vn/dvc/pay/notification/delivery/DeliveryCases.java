package vn.dvc.pay.notification.delivery;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dvc.pay.cases.CaseKind;

/** The cases of events that the portal did not accept. */
@Configuration(proxyBeanMethods = false)
class DeliveryCases {
  static final String KIND = "event-not-delivered";
  static final String SEND_AGAIN = "SEND_AGAIN";
  static final String DELIVERED_OTHERWISE = "DELIVERED_OTHERWISE";

  /** Restart its delivery, or vouch that the portal learned of it in another way. */
  @Bean
  CaseKind eventNotDelivered() {
    return new CaseKind(KIND, List.of(SEND_AGAIN, DELIVERED_OTHERWISE));
  }
}
