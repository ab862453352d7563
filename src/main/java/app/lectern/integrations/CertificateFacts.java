package app.lectern.integrations;

import java.time.Instant;

/// What a certificate says about itself; the thumbprint is as Entra shows it beside an uploaded one.
public record CertificateFacts(String subject, String thumbprint, Instant ends) {}
