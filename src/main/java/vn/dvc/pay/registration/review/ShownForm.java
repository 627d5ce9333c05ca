package vn.dvc.pay.registration.review;

/**
 * The form that a teller or officer looked at, identified by the version and hash shown in the
 * task.
 */
public record ShownForm(String version, String sha256) {}
