package app.lectern.integrations.permissions;

import app.lectern.integrations.permissions.PermissionCatalogue.Asked;
import app.lectern.words.Words;
import java.util.List;
import java.util.Locale;

/// What an app with these permissions can then do in a tenant, in words: consent is given to that, not to names.
public final class Powers {
    /// @param permission in Graph's spelling
    /// @param text       what it lets the app do, and to whom
    public record Power(String permission, String text) {}

    private Powers() {}

    public static List<Power> of(List<Asked> asked, Words words) {
        return asked.stream().map(each -> {
            var key = "power." + each.permission().probe().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new Power(each.name(), words.text(each.onlyReads() ? key + ".reading" : key));
        }).toList();
    }

    /// How far it reaches, and how it is made to reach less far.
    public static List<String> limits(boolean appOnly, Words words) {
        return appOnly ? List.of(words.text("powers.tenant"), words.text("powers.teams"), words.text("powers.exchange"))
                : List.of(words.text("powers.person"));
    }
}
