package vn.dvc.pay.registration.review;

/** Which form a teller or an officer looked at, by version and hash as the task showed them. */
public record ShownForm(String version, String sha256) {}
