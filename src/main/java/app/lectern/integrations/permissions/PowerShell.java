package app.lectern.integrations.permissions;

/// Writes text into PowerShell so that it stays text, whatever it holds.
final class PowerShell {
    private PowerShell() {}

    /// A literal string. PowerShell takes typographic quotation marks for quotation marks too.
    static String quoted(String text) {
        return "'" + text.replaceAll("[\\p{Cntrl}\u2018\u2019\u201a\u201b]", "").replace("'", "''") + "'";
    }
}
