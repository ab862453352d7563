package app.lectern.recordings;

import java.util.Locale;

/// What a file of a meeting is.
public enum RecordingKind {
    VIDEO, TRANSCRIPT, CHAT, OTHER;

    static RecordingKind of(String fileName) {
        var name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".mp4") || name.endsWith(".m4a") || name.endsWith(".webm")) {
            return VIDEO;
        }
        if (name.endsWith(".vtt") || name.contains("transcript")) {
            return TRANSCRIPT;
        }
        return name.contains("chat") ? CHAT : OTHER;
    }
}
