package app.lectern.graph;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/// Around everything else of a call to Entra or Graph: notes whether there was a way there, once all its tries are over.
final class ReachRecording implements Interceptor {
    private final Reach reach;
    private final String connection;

    ReachRecording(Reach reach, String connection) {
        this.reach = reach;
        this.connection = connection;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            var response = chain.proceed(chain.request());
            reach.answered(connection);
            return response;
        } catch (IOException failure) {
            reach.failed(connection, failure);
            throw failure;
        }
    }
}
