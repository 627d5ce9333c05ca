package vn.dvc.sandbox.identity;

import java.util.Map;

/**
 * Somebody who can sign in.
 *
 * @param claims what programs are told about them
 */
record SandboxPerson(String login, String name, Map<String, Object> claims) {}
