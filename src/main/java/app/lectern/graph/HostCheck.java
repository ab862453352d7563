package app.lectern.graph;

import app.lectern.problems.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How far a try to reach one host came, step by step. A step that was not reached has no time.
///
/// @param addresses what the name service said; empty when a proxy looks it up
/// @param proxy     `host:port`, or empty for a direct connection
/// @param tls       the protocol's version, such as `TLSv1.3`
/// @param issuer    who issued the certificate: a company's proxy shows itself here
/// @param status    of the answer, 0 for none
/// @param clockOff  how far this computer is ahead of the host
public record HostCheck(
        String host,
        List<String> addresses,
        Optional<Duration> nameLookup,
        String proxy,
        Optional<Duration> connect,
        String tls,
        String issuer,
        int status,
        Optional<Duration> latency,
        Optional<Duration> clockOff,
        Optional<Problem> problem) {
    public boolean reached() {
        return status > 0;
    }
}
