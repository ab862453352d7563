package app.lectern.graph;

import java.net.URI;
import java.time.Instant;

/// What a person needs for signing in with a device code: where to go, what to type, and until when.
public record DeviceCodePrompt(String code, URI page, Instant expires) {}
