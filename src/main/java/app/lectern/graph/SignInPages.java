package app.lectern.graph;

import app.lectern.words.Words;

/// What is said around a sign-in: the two plain pages that the browser shows when it comes back, and the purpose under
/// which the call log has it.
final class SignInPages {
    private final Words words;

    SignInPages(Words words) {
        this.words = words;
    }

    String success() {
        return page("browser-page.done", "browser-page.done.more");
    }

    /// Entra's own text stands in Lectern's window, not here: it would need escaping.
    String failure() {
        return page("browser-page.failed", "browser-page.failed.more");
    }

    /// The feature's own, when the token is needed in the middle of something.
    Purpose purpose() {
        var now = Purpose.current();
        return now.label().isEmpty() ? new Purpose(words.text("sign-in.purpose"), now.watcher()) : now;
    }

    private String page(String title, String text) {
        return """
                <!DOCTYPE html><html lang="%s"><head><meta charset="utf-8"><title>Lectern</title>\
                <style>body{font:16px system-ui,sans-serif;margin:20vh auto;max-width:30em;text-align:center}</style></head>\
                <body><h1>%s</h1><p>%s</p></body></html>"""
                .formatted(words.locale().toLanguageTag(), words.text(title), words.text(text));
    }
}
