package vn.dvc.pay.engine.migration;

/**
 * What became of the processes that were to be moved.
 *
 * @param stayed where they were, unharmed
 */
public record Moved(int moved, int stayed) {}
