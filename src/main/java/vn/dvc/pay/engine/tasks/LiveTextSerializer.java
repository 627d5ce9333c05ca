package vn.dvc.pay.engine.tasks;

import java.util.ArrayList;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.variable.serializer.PrimitiveValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.value.PrimitiveTypeValueImpl.StringValueImpl;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dvc.pay.engine.LiveText;

/** Writes a {@link LiveText} as a reference, and reads the reference as the text. */
class LiveTextSerializer extends PrimitiveValueSerializer<StringValue> {
  private static final String NAME = "live-text";
  private static final String BETWEEN = "|";

  private final ObjectProvider<LiveText.Source> sources;

  LiveTextSerializer(ObjectProvider<LiveText.Source> sources) {
    super(ValueType.STRING);
    this.sources = sources;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  protected boolean canWriteValue(TypedValue value) {
    return value instanceof Live || value.getValue() instanceof LiveText;
  }

  @Override
  public StringValue convertToTypedValue(UntypedValueImpl value) {
    return new Live((LiveText) value.getValue(), value.isTransient());
  }

  @Override
  public void writeValue(StringValue value, ValueFields fields) {
    var live = ((Live) value).found;
    fields.setTextValue(String.join(BETWEEN, live.source(), live.id(), live.what()));
  }

  @Override
  public StringValue readValue(ValueFields fields, boolean asTransient) {
    var parts = fields.getTextValue().split("\\" + BETWEEN, 3);
    return new Live(new LiveText(parts[0], parts[1], parts[2]), asTransient);
  }

  private @Nullable String read(LiveText text) {
    return sources.stream()
        .filter(source -> source.name().equals(text.source()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No source of texts " + text.source()))
        .read(text.id(), text.what());
  }

  /** The text itself for everybody but {@link #writeValue}. */
  private final class Live extends StringValueImpl {
    private static final long serialVersionUID = 1L;
    private final transient LiveText found;

    Live(LiveText found, boolean isTransient) {
      super(read(found), isTransient);
      this.found = found;
    }
  }

  /** Makes it known to the engine, before the engine's own. */
  @Component
  static class Plugin extends AbstractProcessEnginePlugin {
    private final ObjectProvider<LiveText.Source> sources;

    Plugin(ObjectProvider<LiveText.Source> sources) {
      this.sources = sources;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the engine declares it
    public void preInit(ProcessEngineConfigurationImpl engine) {
      var serializers = new ArrayList<TypedValueSerializer>();
      if (engine.getCustomPreVariableSerializers() != null) {
        serializers.addAll(engine.getCustomPreVariableSerializers());
      }
      serializers.add(new LiveTextSerializer(sources));
      engine.setCustomPreVariableSerializers(serializers);
    }
  }
}
