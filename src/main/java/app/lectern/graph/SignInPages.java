package app.lectern.graph;

import app.lectern.words.Words;

/// The two plain pages that the browser shows when it comes back: go back to Lectern, or it did not work.
final class SignInPages {
    private final Words words;

    SignInPages(Words words) {
        this.words = words;
    }

    String success() {
        return page("browser-page.done");
    }

    /// MSAL would put Entra's own text in place of `{0}`; it stands in Lectern's window, and nobody escapes it here.
    String failure() {
        return page("browser-page.failed");
    }

    private String page(String key) {
        return """
                <!DOCTYPE html><html lang="%s"><head><meta charset="utf-8"><title>Lectern</title>\
                <style>body{font:16px system-ui,sans-serif;margin:20vh auto;max-width:30em;text-align:center}</style></head>\
                <body><h1>%s</h1><p>%s</p></body></html>"""
                .formatted(words.locale().toLanguageTag(), words.text(key), words.text(key + ".more"));
    }
}
