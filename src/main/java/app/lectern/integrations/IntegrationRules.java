package app.lectern.integrations;

import app.lectern.graph.Certificates;
import app.lectern.graph.Credential;
import app.lectern.problems.Problem;
import app.lectern.problems.Problem.Code;
import app.lectern.vault.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What can be told about each field before anything is sent, so that it can be said at the field while it is typed.
/// An empty answer means only that Lectern sees nothing wrong.
public final class IntegrationRules {
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern DOMAIN = Pattern.compile("(?!-)([A-Za-z0-9\\u00a1-\\uffff-]{1,63}\\.)+[A-Za-z0-9\\u00a1-\\uffff-]{2,63}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]{1,64}@([^\\s@]+)");
    private static final Set<String> ANY_TENANT = Set.of("common", "organizations");
    /// The tenant in which Microsoft keeps all personal accounts.
    private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";
    private static final Pattern CONSUMER = Pattern.compile(
            "(outlook|hotmail|live|msn|passport|gmail|googlemail|yahoo|icloud|me|aol|gmx|web|proton|protonmail)\\.[a-z]{2,3}(\\.[a-z]{2})?");
    private static final int LONGEST_NAME = 200;

    private final Integrations integrations;
    private final Clock clock;

    public IntegrationRules(Integrations integrations, Clock clock) {
        this.integrations = integrations;
        this.clock = clock;
    }

    /// Everything that is wrong with the integration as entered, without its secrets. A new one has the id 0.
    public List<FieldFault> check(Integration entered) {
        var faults = new ArrayList<FieldFault>();
        name(entered.name(), entered.id()).ifPresent(faults::add);
        if (entered.cloud() == CloudKind.CUSTOM) {
            endpoint(Field.LOGIN_ENDPOINT, entered.loginEndpoint()).ifPresent(faults::add);
            endpoint(Field.GRAPH_ENDPOINT, entered.graphEndpoint()).ifPresent(faults::add);
        }
        authority(entered.authorityPem()).ifPresent(faults::add);
        tenant(entered.tenant()).ifPresent(faults::add);
        clientId(entered.clientId(), entered.tenant()).ifPresent(faults::add);
        owner(entered.owner()).ifPresent(faults::add);
        if (!entered.serviceAccount().isBlank()) {
            serviceAccount(entered.serviceAccount()).ifPresent(faults::add);
        }
        return faults;
    }

    /// The same integration, when what a person may change about it afterwards is right; else the first fault is thrown.
    public Integration valid(Integration edited) {
        name(edited.name(), edited.id()).or(() -> owner(edited.owner())).ifPresent(fault -> {
            throw fault.problem().raise();
        });
        return edited;
    }

    public Optional<FieldFault> name(String name, long except) {
        return name(name, except, integrations.list());
    }

    /// The same among integrations that were read before, for a check at every key.
    public Optional<FieldFault> name(String name, long except, List<Integration> among) {
        if (name.isBlank()) {
            return wrong(Field.NAME, "@integration.name-empty");
        }
        if (name.strip().length() > LONGEST_NAME) {
            return wrong(Field.NAME, "@integration.name-long");
        }
        return Integrations.isTaken(name, except, among) ? wrong(Field.NAME, "@integration.name-taken") : Optional.empty();
    }

    /// A tenant id or a domain.
    public Optional<FieldFault> tenant(String entered) {
        var tenant = entered.strip().toLowerCase(Locale.ROOT);
        if (tenant.isEmpty() || ANY_TENANT.contains(tenant)) {
            return fault(Field.TENANT, Problem.of(Code.TENANT_NEEDED));
        }
        if (tenant.equals("consumers") || tenant.equals(PERSONAL) || CONSUMER.matcher(tenant).matches()) {
            return wrong(Field.TENANT, "@integration.personal-tenant");
        }
        if (tenant.contains("@")) {
            return wrong(Field.TENANT, "@integration.tenant-is-address");
        }
        if (GUID.matcher(tenant).matches() || DOMAIN.matcher(tenant).matches()) {
            return Optional.empty();
        }
        return wrong(Field.TENANT, tenant.replaceAll("[^0-9a-f]", "").length() >= 24
                ? "@integration.tenant-id-malformed" : "@integration.tenant-malformed");
    }

    public Optional<FieldFault> clientId(String entered, String tenant) {
        var id = entered.strip();
        if (!GUID.matcher(id).matches()) {
            return wrong(Field.CLIENT_ID, id.isEmpty() ? "@integration.client-id-empty" : "@integration.client-id-malformed");
        }
        return id.equalsIgnoreCase(tenant.strip()) ? wrong(Field.CLIENT_ID, "@integration.client-id-is-tenant") : Optional.empty();
    }

    /// An address that starts with https. Plain http is taken for Graph on this very computer only; MSAL signs in over
    /// https alone, even there.
    public Optional<FieldFault> endpoint(Field field, String entered) {
        try {
            var address = new URI(entered.strip());
            if (address.getHost() == null || address.getUserInfo() != null || address.getScheme() == null) {
                return wrong(field, "@integration.endpoint-malformed");
            }
            if (address.getScheme().equalsIgnoreCase("https")) {
                return Optional.empty();
            }
            if (!address.getScheme().equalsIgnoreCase("http")) {
                return wrong(field, "@integration.endpoint-malformed");
            }
            if (!isLoopback(address.getHost())) {
                return wrong(field, "@integration.endpoint-plain");
            }
            return field == Field.LOGIN_ENDPOINT ? wrong(field, "@integration.endpoint-plain-login") : Optional.empty();
        } catch (URISyntaxException malformed) {
            return wrong(field, "@integration.endpoint-malformed");
        }
    }

    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    /// Certificates to trust beside the usual ones; empty is right.
    public Optional<FieldFault> authority(String pem) {
        if (pem.isBlank()) {
            return Optional.empty();
        }
        try {
            return Authorities.read(pem).isEmpty() ? wrong(Field.CA_FILE, "@integration.authority-empty") : Optional.empty();
        } catch (java.security.cert.CertificateException damaged) {
            return wrong(Field.CA_FILE, "@integration.authority-empty");
        }
    }

    /// The mail address of the person responsible; nobody is allowed.
    public Optional<FieldFault> owner(String entered) {
        return entered.isBlank() || isAddress(entered) ? Optional.empty() : wrong(Field.OWNER, "@integration.address-malformed");
    }

    public Optional<FieldFault> serviceAccount(String entered) {
        var matcher = ADDRESS.matcher(entered.strip());
        if (!matcher.matches() || !DOMAIN.matcher(matcher.group(1)).matches()) {
            return wrong(Field.SERVICE_ACCOUNT, "@integration.address-malformed");
        }
        return CONSUMER.matcher(matcher.group(1).toLowerCase(Locale.ROOT)).matches()
                ? wrong(Field.SERVICE_ACCOUNT, "@integration.personal-account")
                : Optional.empty();
    }

    private static boolean isAddress(String entered) {
        var matcher = ADDRESS.matcher(entered.strip());
        return matcher.matches() && DOMAIN.matcher(matcher.group(1)).matches();
    }

    /// A secret's value; its id, which Entra shows beside it, is told apart by its shape.
    public Optional<FieldFault> secret(Secret entered) {
        var chars = entered.copyChars();
        try {
            var text = CharBuffer.wrap(chars);
            if (chars.length == 0) {
                return wrong(Field.SECRET, "@integration.secret-empty");
            }
            if (GUID.matcher(text).matches()) {
                return fault(Field.SECRET, Problem.of(Code.SECRET_ID_PASTED));
            }
            for (char each : chars) {
                if (Character.isWhitespace(each) || Character.isISOControl(each)) {
                    return wrong(Field.SECRET, "@integration.secret-spaces");
                }
            }
            // Entra shows only the first letters of an old secret, followed by stars
            return chars.length < 8 || chars[chars.length - 1] == '*' ? wrong(Field.SECRET, "@integration.secret-short") : Optional.empty();
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    public Optional<FieldFault> secretEnds(Instant ends) {
        return ends.isAfter(clock.instant()) ? Optional.empty() : wrong(Field.SECRET_ENDS, "@integration.secret-ended");
    }

    /// A PFX or PEM file's content with its password; what the file is called is for messages.
    public Optional<FieldFault> certificate(byte[] content, Secret password, String file) {
        try {
            read(content, password, file);
            return Optional.empty();
        } catch (app.lectern.problems.ProblemException unusable) {
            var field = unusable.problem().code() == Code.CERTIFICATE_PASSWORD_WRONG ? Field.CERTIFICATE_PASSWORD : Field.CERTIFICATE;
            return fault(field, unusable.problem());
        }
    }

    /// What a usable certificate says about itself; throws a ProblemException for one that is not.
    public CertificateFacts read(byte[] content, Secret password, String file) {
        var certificates = new Certificates(clock);
        var opened = switch (credential(content, password, file)) {
            case Credential.PemCertificate pem -> certificates.read(pem);
            case Credential.PfxCertificate pfx -> certificates.read(pfx);
            default -> throw new IllegalStateException("a certificate is PEM or PFX");
        };
        return new CertificateFacts(opened.subject(), opened.thumbprint(), opened.expires());
    }

    static Credential credential(byte[] content, Secret password, String file) {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains("-----BEGIN")
                ? new Credential.PemCertificate(text, Secret.of(text), password, file)
                : new Credential.PfxCertificate(content, password, file);
    }

    private static Optional<FieldFault> wrong(Field field, String reason) {
        return fault(field, Problem.of(Code.INPUT_WRONG).with("reason", reason));
    }

    private static Optional<FieldFault> fault(Field field, Problem problem) {
        var key = '@' + "field." + field.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Optional.of(new FieldFault(field, problem.with("field", key)));
    }
}
