package vn.dvc.pay.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * What one model may ask of us. The bean bears the name of the model in camel case ({@code
 * card-payment.bpmn} = {@code cardPayment}); each public method is one task of it, named like the
 * task's id. Parameters are process variables by name. Only these beans are visible to models.
 */
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessSteps {
  @AliasFor(annotation = Component.class)
  String value();
}
