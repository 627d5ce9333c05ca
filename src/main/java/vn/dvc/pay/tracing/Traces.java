package vn.dvc.pay.tracing;

import org.jspecify.annotations.Nullable;

/**
 * What one request causes, told as one trace: its steps, calls of banks and events, on whichever
 * node they run. Only what is said here is told, never a text that somebody typed or an exception
 * holds. While nobody collects traces, all of this does nothing.
 */
public interface Traces {

  /** Whether traces are collected. */
  boolean isOn();

  /**
   * What continues the current span later or on another node, as the header {@code traceparent} of
   * W3C; null outside of spans, and while traces are off.
   */
  @Nullable String current();

  /**
   * Begins a span in this thread, to be closed in it. It belongs to the thread's current span or,
   * if there is none, to the given one; without either, it begins a trace.
   *
   * @param parent what {@link #current} returned where the work was caused
   */
  Span begin(String name, @Nullable String parent);

  /** Something that takes time. */
  interface Span extends AutoCloseable {

    /** Adds a fact: a reference of ours or a word of an enum. */
    Span with(String key, String value);

    /** Says what it was where that is known only at the end. */
    void rename(String name);

    @Override
    void close();
  }
}
