package vn.dvc.pay.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Component;

/**
 * What one model may call. The bean's name is the model's in camel case ({@code card-payment.bpmn}
 * = {@code cardPayment}); each public method implements the task whose id it has as its name.
 * Parameters are process variables by name. Models see no other beans.
 */
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessSteps {
  @AliasFor(annotation = Component.class)
  String value();
}
