package app.lectern.graph;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The proxy that this computer uses: what the JDK finds out by itself, else `HTTPS_PROXY` and `NO_PROXY`, which
/// Linux programs obey and the JDK does not.
final class SystemProxy extends ProxySelector {
    private final ProxySelector platform;
    private final Map<String, String> environment;

    SystemProxy(ProxySelector platform, Map<String, String> environment) {
        this.platform = platform;
        this.environment = environment;
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (platform != null) {
            var found = platform.select(uri);
            if (found != null && found.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT)) {
                return found;
            }
        }
        var named = variable("https_proxy");
        if (named.isEmpty() || bypassed(uri.getHost())) {
            return List.of(Proxy.NO_PROXY);
        }
        try {
            var address = URI.create(named.contains("://") ? named : "http://" + named);
            int port = address.getPort() < 0 ? 8080 : address.getPort();
            return address.getHost() == null
                    ? List.of(Proxy.NO_PROXY)
                    : List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.getHost(), port)));
        } catch (IllegalArgumentException unreadable) {
            return List.of(Proxy.NO_PROXY);
        }
    }

    private boolean bypassed(String host) {
        var name = host == null ? "" : host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.startsWith("127.") || name.equals("[::1]")) {
            return true;
        }
        for (var entry : variable("no_proxy").toLowerCase(Locale.ROOT).split(",")) {
            var domain = entry.strip().replaceFirst("^\\*?\\.", "");
            if (domain.equals("*") || !domain.isEmpty() && (name.equals(domain) || name.endsWith("." + domain))) {
                return true;
            }
        }
        return false;
    }

    private String variable(String name) {
        var lower = environment.get(name);
        var upper = environment.get(name.toUpperCase(Locale.ROOT));
        return lower != null ? lower.strip() : upper != null ? upper.strip() : "";
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        if (platform != null) {
            platform.connectFailed(uri, address, failure);
        }
    }
}
