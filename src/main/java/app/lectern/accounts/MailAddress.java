package app.lectern.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An address as somebody typed it: brought into one form, and judged without asking anybody.
public final class MailAddress {
    /// Deliberately looser than RFC 5322 in the local part (guests have `#EXT#` in theirs) and stricter in the domain.
    private static final Pattern FORM =
            Pattern.compile("[^\\s@,;<>\"()]{1,113}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}]");
    private static final Pattern CONSUMER = Pattern.compile(
            "(?:outlook|hotmail|live|yahoo|ymail|gmx|googlemail)\\.[a-z.]{2,6}|msn\\.com|gmail\\.com|icloud\\.com|me\\.com|mac\\.com"
                    + "|aol\\.com|web\\.de|t-online\\.de|proton\\.me|protonmail\\.com|pm\\.me|mail\\.(?:ru|com)|yandex\\.[a-z]{2,3}|zoho\\.com"
                    + "|fastmail\\.com|qq\\.com|163\\.com|126\\.com|orange\\.fr|free\\.fr|laposte\\.net|libero\\.it|btinternet\\.com|sky\\.com");

    private MailAddress() {}

    /// Lower case, without `mailto:`, angle brackets, quotes and the dots that end sentences.
    public static String normalised(String typed) {
        var text = typed.strip();
        int open = text.lastIndexOf('<');
        if (open >= 0 && text.endsWith(">")) {
            text = text.substring(open + 1, text.length() - 1);
        }
        text = text.replaceFirst("(?i)^mailto:", "").replaceAll("^[\"'(\\[]+|[\"')\\].:]+$", "");
        return text.strip().toLowerCase(Locale.ROOT);
    }

    public static boolean isWellFormed(String address) {
        return FORM.matcher(address).matches() && !address.contains("..") && !address.startsWith(".") && !address.contains(".@");
    }

    public static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    static boolean isConsumer(String address) {
        return CONSUMER.matcher(domain(address)).matches();
    }

    /// What is wrong with the address before anybody is asked; empty when Graph may be asked.
    static Optional<Finding> refused(String address, Tenant tenant) {
        var facts = Finding.of(Check.ADDRESS, AccountReason.ADDRESS_MALFORMED, Asked.NOTHING).with("account", address);
        if (!isWellFormed(address)) {
            return Optional.of(facts);
        }
        var domain = domain(address);
        if (tenant.domains().contains(domain)) {
            return Optional.empty();
        }
        if (isConsumer(address)) {
            return Optional.of(new Finding(Check.ADDRESS, AccountReason.ADDRESS_CONSUMER, facts.facts(), Asked.NOTHING).with("domain", domain));
        }
        return tenant.isForeign(domain)
                ? Optional.of(new Finding(Check.ADDRESS, AccountReason.ADDRESS_FOREIGN, facts.facts(), Asked.NOTHING)
                        .with("domain", domain)
                        .with("tenant", tenant.name())
                        .with("domains", String.join(", ", new java.util.TreeSet<>(tenant.domains()))))
                : Optional.empty();
    }

    static Set<String> lower(java.util.Collection<String> domains) {
        return domains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).collect(java.util.stream.Collectors.toSet());
    }
}
