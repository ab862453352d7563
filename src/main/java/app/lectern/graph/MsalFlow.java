package app.lectern.graph;

import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.PublicClientApplication;
import java.net.MalformedURLException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// One conversation with MSAL on threads of its own: when the caller is interrupted they are too, wherever MSAL is
/// waiting. MSAL keeps nothing between two flows; its cache comes from and goes to the [TokenCacheStore].
final class MsalFlow implements AutoCloseable {
    private final Connection connection;
    private final MsalHttp http;
    private final TokenCacheAspect cache;
    private final Certificates certificates;
    private final PurposefulThreads threads;

    MsalFlow(Connection connection, MsalHttp http, TokenCacheAspect cache, Certificates certificates) {
        this.connection = connection;
        this.http = http;
        this.cache = cache;
        this.certificates = certificates;
        this.threads = new PurposefulThreads(Executors.newVirtualThreadPerTaskExecutor());
    }

    PublicClientApplication person() throws MalformedURLException {
        return prepared(PublicClientApplication.builder(connection.clientId())).build();
    }

    ConfidentialClientApplication app() throws MalformedURLException {
        return prepared(ConfidentialClientApplication.builder(connection.clientId(), credential())).build();
    }

    private <T extends AbstractClientApplicationBase.Builder<T>> T prepared(T builder) throws MalformedURLException {
        return builder.authority(connection.cloud().authority(connection.tenant()))
                .instanceDiscovery(connection.cloud().knownToMicrosoft())
                .httpClient(http)
                .executorService(threads)
                .disableInternalRetries()
                .setTokenCacheAccessAspect(cache);
    }

    private IClientCredential credential() {
        return switch (connection.credential()) {
            case Credential.ClientSecret secret -> {
                var chars = secret.value().copyChars();
                try {
                    yield ClientCredentialFactory.createFromSecret(new String(chars));
                } finally {
                    Arrays.fill(chars, '\0');
                }
            }
            case Credential.PfxCertificate pfx -> signing(certificates.read(pfx));
            case Credential.PemCertificate pem -> signing(certificates.read(pem));
            case Credential.DeviceCode _, Credential.Browser _ ->
                throw new IllegalStateException("a person signs in, not the app");
        };
    }

    private static IClientCredential signing(AppCertificate certificate) {
        return ClientCredentialFactory.createFromCertificateChain(certificate.key(), certificate.chain());
    }

    /// Waits for MSAL, and unwraps what it failed with.
    <T> T await(CompletableFuture<T> asked) throws Exception {
        threads.begin();
        try {
            return asked.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        } catch (InterruptedException interrupted) {
            asked.cancel(true);
            throw interrupted;
        }
    }

    HeldToken held(IAuthenticationResult result) {
        return HeldToken.of(result, connection);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
