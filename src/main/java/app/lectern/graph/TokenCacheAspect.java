package app.lectern.graph;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import java.nio.charset.StandardCharsets;

/// Lets MSAL read and write its cache through a [TokenCacheStore].
final class TokenCacheAspect implements ITokenCacheAccessAspect {
    private final TokenCacheStore store;
    private final String connection;

    TokenCacheAspect(TokenCacheStore store, String connection) {
        this.store = store;
        this.connection = connection;
    }

    @Override
    public void beforeCacheAccess(ITokenCacheAccessContext access) {
        store.load(connection).ifPresent(kept -> access.tokenCache().deserialize(new String(kept, StandardCharsets.UTF_8)));
    }

    @Override
    public void afterCacheAccess(ITokenCacheAccessContext access) {
        if (access.hasCacheChanged()) {
            store.save(connection, access.tokenCache().serialize().getBytes(StandardCharsets.UTF_8));
        }
    }
}
