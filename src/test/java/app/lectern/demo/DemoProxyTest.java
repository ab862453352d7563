package app.lectern.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoProxyTest {

    private static DemoTenant tenant;

    @BeforeAll
    static void start() {
        tenant = DemoTenant.start(DemoOptions.standard(new TestClock("2026-11-21T09:00:00Z")));
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @Test
    void openProxyTunnels() throws IOException {
        try (var proxy = DemoProxy.start(DemoProxy.Manner.OPEN)) {
            assertThat(ask(through(proxy, tenant.authorityPem()))).isEqualTo(200);
            assertThat(proxy.tunnels()).hasSize(1).allMatch(target -> target.startsWith("localhost:"));
        }
    }

    @Test
    void passwordIsAskedFor() throws IOException {
        try (var proxy = DemoProxy.start(DemoProxy.Manner.PASSWORD)) {
            assertThatThrownBy(() -> ask(through(proxy, tenant.authorityPem()))).isInstanceOf(IOException.class).hasMessageContaining("authenticate");
            var knowing = through(proxy, tenant.authorityPem()).newBuilder().proxyAuthenticator((route, response) ->
                    response.request().newBuilder().header("Proxy-Authorization", Credentials.basic(proxy.user(), proxy.password())).build()).build();
            assertThat(ask(knowing)).isEqualTo(200);
        }
    }

    @Test
    void forbiddenTunnelFails() throws IOException {
        try (var proxy = DemoProxy.start(DemoProxy.Manner.FORBIDDEN)) {
            assertThatThrownBy(() -> ask(through(proxy, tenant.authorityPem()))).isInstanceOf(IOException.class).hasMessageContaining("403");
            assertThat(proxy.tunnels()).isEmpty();
        }
    }

    @Test
    void interceptionShowsAnotherCertificate() throws IOException {
        try (var proxy = DemoProxy.start(DemoProxy.Manner.INTERCEPTING)) {
            assertThatThrownBy(() -> ask(through(proxy, tenant.authorityPem()))).isInstanceOf(SSLHandshakeException.class);
            assertThat(ask(through(proxy, proxy.authorityPem()))).isEqualTo(200);
        }
    }

    private static OkHttpClient through(DemoProxy proxy, String trusted) {
        return DemoClient.trusting(trusted)
                .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port()))).build();
    }

    private static int ask(OkHttpClient client) throws IOException {
        try (var response = client.newCall(new Request.Builder().url(tenant.loginEndpoint() + "common/discovery/instance").build()).execute()) {
            return response.code();
        }
    }
}
