package vn.dvc.pay.web.security.sessions;

/** Published at the node where a session has ended before its time, by a sign-out or by us. */
public record SessionEnded(String id) {}
