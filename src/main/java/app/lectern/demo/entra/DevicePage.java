package app.lectern.demo.entra;

import app.lectern.demo.http.HttpCall;
import app.lectern.demo.http.HttpReply;
import java.util.Map;

/// The page to which a device code sends a person: type the code, say who you are, approve or decline.
final class DevicePage {

    private static final String FORM = """
            <form method="post">
            <p><label>Code <input name="user_code" value="%s" autofocus></label></p>
            <p><label>Sign in as <input name="user" value="%s" size="40"></label></p>
            <p><button name="answer" value="approve">Approve</button> <button name="answer" value="decline">Decline</button></p>
            </form>""";

    private final Accounts accounts;
    private final DeviceCodes codes;
    private final SignInControl control;

    DevicePage(Accounts accounts, DeviceCodes codes, SignInControl control) {
        this.accounts = accounts;
        this.codes = codes;
        this.control = control;
    }

    HttpReply answer(HttpCall call) {
        if (!call.method().equals("POST")) {
            return page(form(call.queryParameters().getOrDefault("user_code", ""), String.valueOf(control.browserUser())));
        }
        return page(decide(call.formParameters()));
    }

    private String decide(Map<String, String> form) {
        var code = form.getOrDefault("user_code", "").strip();
        var name = form.getOrDefault("user", "").strip();
        if (!codes.isKnown(code)) {
            return "<p>That code didn't work. Check the code and try again.</p>" + form("", name);
        }
        if ("decline".equals(form.get("answer"))) {
            control.decline(code);
            return "<p>You have declined. You can close this window.</p>";
        }
        if (accounts.find(name).isEmpty()) {
            return "<p>This username may be incorrect. Make sure you typed it correctly.</p>" + form(code, name);
        }
        control.approve(code, name);
        return "<p>You have signed in. You can close this window.</p>";
    }

    private static String form(String code, String user) {
        return FORM.formatted(AuthorizePage.escape(code), AuthorizePage.escape(user.equals("null") ? "" : user));
    }

    private static HttpReply page(String content) {
        return HttpReply.text(200, "text/html; charset=utf-8", "<!DOCTYPE html><html><head><title>Demo tenant</title></head><body>"
                + "<h1>Simulated sign-in</h1>" + content + "</body></html>");
    }
}
