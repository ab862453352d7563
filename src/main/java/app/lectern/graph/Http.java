package app.lectern.graph;

import app.lectern.home.Settings.ProxyMode;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/// The one OkHttp configuration that Graph, sign-in and downloads share. Retrying is left to [Retry]: what OkHttp
/// would repeat by itself nobody would see, and a POST could happen twice.
public final class Http implements AutoCloseable {
    private final HttpOptions options;
    private final OkHttpClient base;

    public Http(HttpOptions options) {
        this.options = options;
        var trust = Trust.platformAnd(options.extraTrust());
        var builder = new OkHttpClient.Builder()
                .connectTimeout(options.connectTimeout())
                .readTimeout(options.readTimeout())
                .writeTimeout(options.readTimeout())
                .retryOnConnectionFailure(false)
                // shorter than the servers' own patience, so that a request seldom meets a connection they closed
                .connectionPool(new ConnectionPool(8, 50, TimeUnit.SECONDS))
                .sslSocketFactory(trust.sockets(), trust.manager())
                .addNetworkInterceptor(new HiddenRetryAfter())
                .proxyAuthenticator(new ProxySignIn(options.proxyUser(), options.proxyPassword()));
        switch (options.proxy()) {
            case NONE -> builder.proxy(Proxy.NO_PROXY);
            case EXPLICIT -> builder.proxy(new Proxy(
                    Proxy.Type.HTTP, InetSocketAddress.createUnresolved(options.proxyHost(), options.proxyPort())));
            case SYSTEM -> builder.proxySelector(new SystemProxy(ProxySelector.getDefault(), System.getenv()));
        }
        this.base = builder.build();
    }

    public HttpOptions options() {
        return options;
    }

    /// For pre-authenticated addresses and public pages: no token is ever added, and OkHttp drops an Authorization
    /// header when a redirect leaves the host.
    public OkHttpClient plain() {
        return base;
    }

    /// `host:port` of the proxy that the settings name; empty when there is none or the system chooses.
    String namedProxy() {
        return options.proxy() == ProxyMode.EXPLICIT ? options.proxyHost() + ":" + options.proxyPort() : "";
    }

    @Override
    public void close() {
        base.dispatcher().executorService().shutdown();
        base.connectionPool().evictAll();
    }
}
