package app.lectern.graph;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/// MSAL's requests over the same OkHttp as everything else: same proxy, same trust, same call log.
final class MsalHttp implements IHttpClient {
    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    private final OkHttpClient http;

    MsalHttp(OkHttpClient http) {
        this.http = http;
    }

    @Override
    public IHttpResponse send(HttpRequest asked) throws IOException {
        var request = new Request.Builder().url(asked.url());
        if (asked.headers() != null) {
            asked.headers().forEach(request::header);
        }
        if (asked.httpMethod() == HttpMethod.POST) {
            var body = asked.body() == null ? "" : asked.body();
            request.post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), FORM));
            // a code can be redeemed once; everything else can be asked again
            if (!body.contains("grant_type=authorization_code")) {
                request.tag(IdempotentWrite.class, IdempotentWrite.MARK);
            }
        }
        try (var response = http.newCall(request.build()).execute()) {
            var answer = new HttpResponse().statusCode(response.code()).body(response.body().string());
            answer.addHeaders(response.headers().toMultimap());
            return answer;
        }
    }
}
