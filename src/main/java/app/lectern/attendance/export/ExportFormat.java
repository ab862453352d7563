package app.lectern.attendance.export;

import java.util.Locale;

/// The kinds of file that attendance is exported to.
public enum ExportFormat {
    CSV, XLSX, HTML;

    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
