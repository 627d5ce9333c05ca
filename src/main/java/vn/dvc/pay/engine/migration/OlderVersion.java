package vn.dvc.pay.engine.migration;

/**
 * A version that is no longer the newest, with processes that still run on it.
 *
 * @param newest version of the same process
 */
public record OlderVersion(String process, int version, int newest, long instances) {}
